// The finished site in a real browser: built under a base path, served from loopback, looked at as readers do.
//
//   node run.mjs          every area
//   node run.mjs pages    one area

import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

import { root, versus } from '../program.mjs';

// Each area is a file of this folder with one function that makes its checks.
const areas = [
  'pages',
  'around',
  'reading',
  'language',
  'lighthouse',
  'offline',
  'search',
  'trace',
  'serve',
];
const wanted = process.argv[2];
if (wanted !== undefined && !areas.includes(wanted)) {
  console.error(`no area ${wanted}; there are: ${areas.join(', ')}`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'versus-browser-'));
const site = join(folder, 'site');
const base = '/some/base/';
const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml', '.json': 'application/json; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8', '.png': 'image/png', '.ico': 'image/x-icon', '.webmanifest': 'application/manifest+json',
};

// GitHub Pages in small: a folder is its index.html, what is missing is 404.html with status 404, text is compressed.
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  let file = path.startsWith(base) ? join(site, normalize(path.slice(base.length))) : '';
  if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  const found = file !== '' && existsSync(file);
  if (!found) file = join(site, '404.html');
  const type = types[extname(file)] ?? 'application/octet-stream';
  const headers = { 'content-type': type, 'cache-control': 'max-age=600', vary: 'Accept-Encoding' };
  let body = readFileSync(file);
  if (/text|javascript|json|xml/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    body = gzipSync(body);
    headers['content-encoding'] = 'gzip';
  }
  response.writeHead(found ? 200 : 404, headers);
  response.end(body);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const at = (path) => `${origin}${base}${path}`;

versus(['--root', root, 'build', '--out', site, '--base-url', at('')], { stdio: 'ignore' });

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

let passed = 0;
const failures = [];
const check = (what, good, detail = '') => {
  if (good) passed += 1;
  else failures.push(`${what}${detail ? `: ${detail}` : ''}`);
};

/**
 * Opens a page in a fresh context, which keeps nothing for use offline, and watches what it asks for and complains about. What else stands in `options` is
 * for the context, for example `{ permissions: ['clipboard-read'] }`.
 */
const visit = async (path, { width = 1440, height = 900, dark = false, script = true, ...options } = {}) => {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script, serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  page.on('request', (request) => check(`${path} asks only its own origin`, request.url().startsWith(origin), request.url()));
  page.on('console', (message) => {
    const missing = message.text().includes('404 (Not Found)');
    if (message.type() === 'error' && !missing) failures.push(`${path} complains: ${message.text()}`);
  });
  page.on('pageerror', (error) => failures.push(`${path} fails: ${error.message}`));
  await page.goto(at(path), { waitUntil: 'load' });
  return { page, context, close: () => context.close() };
};

for (const area of areas.filter((name) => wanted === undefined || name === wanted)) {
  const { default: run } = await import(`./${area}.mjs`);
  const before = failures.length;
  const started = Date.now();
  try {
    await run({ visit, at, check, browser, executablePath, origin, base, site, root, data: join(root, 'tests/data') });
  } catch (error) {
    failures.push(`the area ${area} broke off: ${error.stack}`);
  }
  console.log(`${area}: ${failures.length === before ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

await browser.close();
server.close();
rmSync(folder, { recursive: true });
for (const failure of failures) console.error(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
