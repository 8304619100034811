// The finished site, file by file: built as two deployers would build it, then read by validators that others made and
// by a crawler that knows nothing of the program. `node run.mjs crawl html` runs only those parts.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

import { root, versus } from '../program.mjs';
import budgets from './budgets.mjs';
import crawl from './crawl.mjs';
import data from './data.mjs';
import html from './html.mjs';
import language from './language.mjs';
import linked from './linked.mjs';
import sitemaps from './sitemaps.mjs';
import workflow from './workflow.mjs';

const parts = { workflow, crawl, sitemaps, linked, data, language, budgets, html };
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts);
const folder = mkdtempSync(join(tmpdir(), 'versus-site-'));

let failed = 0;
/** Counts and reports; a thousand pages with the same mistake are told in three lines. */
const told = new Map();
const check = (what, good, detail = '') => {
  if (good) return;
  failed += 1;
  const times = (told.get(what) ?? 0) + 1;
  told.set(what, times);
  if (times <= 3) console.error(`failed: ${what}${detail ? `: ${detail}` : ''}`);
};

/** A tree of published files, by path with `/`. */
const read = (base, out) => {
  const names = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Set(names.map((entry) => relative(out, join(entry.parentPath, entry.name)).split(sep).join('/')));
  return { base: new URL(base), out, files, text: (path) => readFileSync(join(out, path), 'utf8'), bytes: (path) => readFileSync(join(out, path)) };
};

try {
  const sites = [];
  if (wanted.some((part) => part !== 'workflow')) {
    // A domain of its own, and the folder of a project on a shared one.
    for (const [name, base] of [['root', 'https://versus.example/'], ['folder', 'https://name.github.io/some/base/']]) {
      const out = join(folder, name);
      versus(['--root', root, 'build', '--out', out, '--base-url', base], { stdio: ['ignore', 'ignore', 'inherit'] });
      sites.push(read(base, out));
    }
  }
  for (const part of wanted) {
    const start = Date.now();
    const said = await parts[part]({ root, folder, sites, check });
    console.log(`${part}: ${said} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const [what, times] of told) if (times > 3) console.error(`${what}: ${times} times`);
console.log(failed === 0 ? 'The site is whole.' : `${failed} failures`);
process.exit(failed === 0 ? 0 : 1);
