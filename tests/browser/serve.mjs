// `versus serve` with a person at the editor: the open page follows what is saved. Times are printed, never checked.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export default async ({ check, browser, root }) => {
  const folder = mkdtempSync(join(tmpdir(), 'versus-serve-'));
  for (const part of ['content', 'locales', 'templates', 'schemas', 'static']) cpSync(join(root, part), join(folder, part), { recursive: true });
  const program = spawn(join(root, 'target/release/versus'), ['--root', folder, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const context = await browser.newContext();
  try {
    const origin = await new Promise((resolve, reject) => {
      createInterface({ input: program.stderr }).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
        if (found) resolve(found[0]);
      });
      program.on('exit', () => reject(new Error('the server ended')));
    });
    const page = await context.newPage();
    const complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('500 (Internal')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${origin}/ja/sip/486-vs-600/`);
    const file = join(folder, 'content/sip/ja/codes/486.toml');
    const good = readFileSync(file, 'utf8');
    const gloss = /^gloss = "(.*)"$/m.exec(good)[1];
    // When the page shows a text, by the clock of the machine; 0 when it does not.
    const shows = (text) => page.waitForFunction((text) => document.body?.textContent.includes(text) && Date.now(), text, { timeout: 15000, polling: 10 }).then((found) => found.jsonValue(), () => 0);

    const times = [];
    for (let i = 0; i < 10; i += 1) {
      const word = `試験${i}号`;
      await page.waitForTimeout(300);
      const shown = shows(word);
      await page.waitForTimeout(100);
      const saved = Date.now();
      writeFileSync(file, good.replace(`gloss = "${gloss}"`, `gloss = "${word}"`));
      const at = await shown;
      check(`edit ${i} is seen without reloading by hand`, at !== 0);
      times.push(at - saved);
    }
    times.sort((a, b) => a - b);
    console.log(`serve: file saved to new page seen: median ${times[5].toFixed(0)} ms, least ${times[0].toFixed(0)}, most ${times[9].toFixed(0)}`);

    writeFileSync(file, good.replace('gloss =', 'glos ='));
    check('a mistake is shown as the page', (await shows('error[unknown-key]')) !== 0);
    check('with its place', (await shows('content/sip/ja/codes/486.toml')) !== 0);
    // As editors save: beside it, then moved over it.
    writeFileSync(`${file}.new`, good);
    renameSync(`${file}.new`, file);
    check('the page is back when the mistake is mended', (await shows(gloss)) !== 0);
    renameSync(join(folder, 'templates'), join(folder, 'away'));
    check('a folder that goes is reported', (await shows('error[')) !== 0);
    renameSync(join(folder, 'away'), join(folder, 'templates'));
    check('and the page is back when it comes back', (await shows(gloss)) !== 0);
    const workers = await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active).length);
    check('no service worker keeps pages', workers === 0, `${workers}`);
    check('the pages complain of nothing', complaints.length === 0, complaints.join('; '));
  } finally {
    await context.close();
    program.kill();
    rmSync(folder, { recursive: true });
  }
};
