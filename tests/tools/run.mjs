// Second opinions on the content, by programs that are not ours. `node run.mjs schemas` runs one of them.

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, versus as program } from '../program.mjs';
import examples from './examples.mjs';
import schemas from './schemas.mjs';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'versus-tools-')));
const versus = (...args) => program(args, { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });

let passed = 0;
const failures = [];
const check = (what, good, detail = '') => {
  if (good) passed += 1;
  else failures.push(`${what}${detail ? `: ${detail}` : ''}`);
};

try {
  for (const [name, run] of Object.entries({ examples, schemas })) {
    if (!process.argv[2] || process.argv[2] === name) await run({ root, folder, versus, check });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const failure of failures) console.error(`FAILED ${failure}`);
console.error(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length ? 1 : 0);
