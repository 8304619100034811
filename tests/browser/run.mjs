// The finished site in a real browser: built under a base path, served from loopback, looked at as readers do.

import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const root = new URL('../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'versus-browser-'));
const base = '/some/base/';
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.json': 'application/json' };

// GitHub Pages in small: a folder is its index.html, what is missing is 404.html with status 404.
const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
  let file = path.startsWith(base) ? join(folder, 'site', normalize(path.slice(base.length))) : '';
  if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  const found = file !== '' && existsSync(file);
  if (!found) file = join(folder, 'site/404.html');
  response.writeHead(found ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  response.end(readFileSync(file));
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const origin = `http://127.0.0.1:${server.address().port}`;
const at = (path) => `${origin}${base}${path}`;

execFileSync('cargo', ['run', '--release', '--locked', '--quiet', '--manifest-path', join(root, 'Cargo.toml'), '--', '--root', root, 'build', '--out', join(folder, 'site'), '--base-url', at('')], { stdio: 'ignore' });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync),
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});

let passed = 0;
const failures = [];
const check = (what, good, detail = '') => {
  if (good) passed += 1;
  else failures.push(`${what}${detail ? `: ${detail}` : ''}`);
};

/** Opens a page in a fresh context and watches what it asks for and complains about. */
const visit = async (path, { width = 1440, dark = false, script = true } = {}) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light', javaScriptEnabled: script, bypassCSP: true });
  const page = await context.newPage();
  page.on('request', (request) => check(`${path} asks only its own origin`, request.url().startsWith(origin), request.url()));
  page.on('console', (message) => {
    const missing = message.text().includes('404 (Not Found)');
    if (message.type() === 'error' && !missing) failures.push(`${path} complains: ${message.text()}`);
  });
  page.on('pageerror', (error) => failures.push(`${path} fails: ${error.message}`));
  await page.goto(at(path), { waitUntil: 'load' });
  return { page, close: () => context.close() };
};

const kinds = ['', 'sip/', 'sip/compare/', 'sip/486/', 'sip/480-vs-486/', 'sip/204-vs-422/', 'about/', 'nowhere/'];
const languages = ['', 'ja/', 'vi/', 'ru/'];

for (const kind of kinds) {
  for (const language of languages) {
    for (const [width, dark] of [[1440, false], [360, true], [1440, true], [360, false]]) {
      // The matrix is one table of thousands of links: one language shows what all do, and takes long enough.
      if (kind === 'sip/compare/' && language !== '') continue;
      const path = `${language}${kind}`;
      const name = `/${path} ${width} ${dark ? 'dark' : 'light'}`;
      const { page, close } = await visit(path, { width, dark });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      check(`${name} fits its width`, overflow <= 0, `${overflow} pixels too wide`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      check(`${name} is accessible`, violations.length === 0, violations.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)}`).join('; '));
      await close();
    }
  }
}

{ // The form that compares two codes: keyboard only, either order.
  const { page, close } = await visit('ja/sip/');
  await page.selectOption('select[name="a"]', { label: '600 Busy Everywhere' });
  await page.selectOption('select[name="b"]', { label: '486 Busy Here' });
  await page.focus('[data-pick] button');
  await Promise.all([page.waitForURL('**/486-vs-600/'), page.keyboard.press('Enter')]);
  check('the form leads to the comparison', page.url() === at('ja/sip/486-vs-600/'), page.url());
  await close();
}

{ // An address with the codes the wrong way round is repaired, in its language.
  const { page, close } = await visit('ru/sip/600-vs-486/');
  await page.waitForURL('**/486-vs-600/', { timeout: 5000 }).catch(() => {});
  check('a reversed pair is repaired', page.url() === at('ru/sip/486-vs-600/'), page.url());
  await close();
}

{ // A code that does not exist: the nearest ones are offered, in the language of the address.
  const { page, close } = await visit('vi/sip/496/');
  const offered = await page.locator('[data-suggest="vi"] a').allTextContents();
  check('near codes are offered', offered.includes('486'), offered.join(' '));
  check('the section of the language comes first', (await page.locator('main > section').first().getAttribute('lang')) === 'vi');
  await close();
}

{ // The language switch leads to the same page, by keyboard.
  const { page, close } = await visit('sip/486-vs-600/');
  await page.focus('.languages a[hreflang="ru"]');
  await Promise.all([page.waitForURL('**/ru/**'), page.keyboard.press('Enter')]);
  check('the language switch keeps the page', page.url() === at('ru/sip/486-vs-600/'), page.url());
  await close();
}

{ // Without scripts everything reads, and every pair is reachable.
  const { page, close } = await visit('sip/compare/', { script: false });
  const pairs = await page.locator('.matrix td a').evaluateAll((links) => new Set(links.map((link) => link.pathname)).size);
  check('the matrix reaches every pair without a script', pairs === 2775, `${pairs} pairs`);
  await page.goto(at('sip/486/'));
  check('a code links to all its comparisons', (await page.locator('#compare ~ ul a, #compare ~ details a').count()) >= 74);
  check('the skip link comes first', (await page.locator('body > a').first().getAttribute('href')) === '#main');
  await close();
}

await browser.close();
server.close();
rmSync(folder, { recursive: true });
for (const failure of failures) console.error(`failed: ${failure}`);
console.log(`${passed} passed, ${failures.length} failed`);
process.exit(failures.length === 0 ? 0 : 1);
