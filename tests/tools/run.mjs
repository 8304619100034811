// Second opinions on the content, by programs that are not ours. `node run.mjs schemas` runs one of them.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import examples from './examples.mjs';
import schemas from './schemas.mjs';

const root = new URL('../../', import.meta.url).pathname;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'versus-tools-')));
const versus = (...args) => execFileSync('cargo', ['run', '--release', '--locked', '--quiet', '--manifest-path', join(root, 'Cargo.toml'), '--', ...args], { stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' });

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
