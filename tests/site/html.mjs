// Every page by the Nu HTML checker.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// The checker reads files, where no address has an origin and so none is `self`; the crawler sees that each is a file of
// the site. And it takes a block of data for a script: a browser never runs it, and the browser tests see no violation.
const JUSTIFIED = [
  /^Resource violates Content Security Policy \(meta tag\): external (script|stylesheet|image) “\/[^”]+” blocked/,
  /^Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive/,
];

export default async ({ sites, check }) => {
  const site = sites.at(-1);
  // Errors make it end with status 1.
  const { stdout } = await promisify(execFile)('java', ['-Xmx1536m', '-jar', jar, '--skip-non-html', '--format', 'json', '--stdout', site.out], { maxBuffer: 2 ** 30 })
    .catch((error) => error.stdout ? error : Promise.reject(error));
  const messages = JSON.parse(stdout).messages.filter((one) => !JUSTIFIED.some((known) => known.test(one.message)));
  for (const one of messages) check('a page is valid HTML', false, `${one.url.slice(one.url.indexOf(site.out) + site.out.length)}:${one.lastLine}: ${one.message}`);
  return `${[...site.files].filter((path) => path.endsWith('.html')).length} pages`;
};
