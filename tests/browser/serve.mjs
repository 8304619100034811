// `versus serve` with a person at the editor: the open page follows what is saved. Times are printed, never checked.

import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * When the open page shows a text, by the clock of the machine: the news came, the new page was there, the text was in
 * the document, the next frame began. Nothing when it never shows it. The page itself looks whenever it changes, so
 * nothing is added by asking.
 */
const shows = async (page, text) => {
  const look = (text) => new Promise((resolve) => {
    const found = () => {
      if (!document.body?.textContent.includes(text)) return;
      const inside = Date.now();
      observer.disconnect();
      requestAnimationFrame(() => {
        const start = inside - performance.now();
        const asked = performance.getEntriesByType('resource').findLast(({ name, initiatorType }) => name === location.href && initiatorType === 'fetch');
        resolve({ told: start + asked?.startTime, fetched: start + asked?.responseEnd, inside, frame: Date.now() });
      });
    };
    const observer = new MutationObserver(found);
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    setTimeout(resolve, 8000);
    found();
  });
  // Whoever goes to an address leaves the page that looks.
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      return await page.evaluate(look, text);
    } catch {
      await page.waitForLoadState();
    }
  }
  return undefined;
};

const middle = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** All that a page is, but for the name of the state that its script began with. */
const whole = (page) => page.evaluate(() => document.documentElement.outerHTML.replace(/ data-build="[^"]*"/, ''));

export default async ({ check, browser, root }) => {
  const folder = mkdtempSync(join(tmpdir(), 'versus-serve-'));
  for (const part of ['content', 'locales', 'templates', 'schemas', 'static']) cpSync(join(root, part), join(folder, part), { recursive: true });
  const program = spawn(join(root, 'target/release/versus'), ['--root', folder, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const context = await browser.newContext();
  const complaints = [];
  try {
    const origin = await new Promise((resolve, reject) => {
      createInterface({ input: program.stderr }).on('line', (line) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
        if (found) resolve(found[0]);
      });
      program.on('exit', () => reject(new Error('the server ended')));
    });
    const tab = async (path, prepare = () => {}) => {
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' && !/500 \(Internal|404 \(Not F/.test(message.text())) complaints.push(`${path}: ${message.text()}`);
      });
      page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
      await prepare(page);
      await page.goto(origin + path);
      // What is written over goes with its elements.
      await page.evaluate(() => { document.body.kept = true; });
      return page;
    };
    const kept = (page) => page.evaluate(() => document.body.kept === true);
    const read = (path) => readFileSync(join(folder, path), 'utf8');
    const save = (path, text) => writeFileSync(join(folder, path), text);
    /** As many editors save: beside it, then moved over it, so that nobody reads half a file. */
    const move = (path, text) => {
      save('saved', text);
      renameSync(join(folder, 'saved'), join(folder, path));
    };
    /** Replaces a part of a file, and gives what puts it back. */
    const edit = (path, from, to) => {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} holds no ${from}`);
      move(path, text.replace(from, to));
      return () => move(path, text);
    };
    const fresh = async (path) => {
      const page = await tab(path);
      const html = await whole(page);
      await page.close();
      return html;
    };
    /** The open page is, when it has settled, what a new tab shows, whatever scripts have done to both. */
    const alike = async (what, page) => {
      const path = new URL(page.url()).pathname;
      let [open, loaded] = ['', undefined];
      for (let tries = 0; tries < 20 && open !== loaded; tries += 1) {
        if (tries > 0) await page.waitForTimeout(200);
        [open, loaded] = [await whole(page), await fresh(path)];
      }
      const at = [...open].findIndex((letter, i) => letter !== loaded[i]);
      check(`${what}: ${path} is what a new tab shows`, open === loaded, `${open.slice(at - 80, at + 120)} | ${loaded.slice(at - 80, at + 120)}`);
    };
    const code = { en: 'content/sip/codes/486.toml', ja: 'content/sip/ja/codes/486.toml' };
    const gloss = { en: 'busy on this device', ja: 'この端末は話中' };

    // A text that stands on the page, saved again and again, in both ways.
    const good = read(code.ja);
    const pair = await tab('/ja/sip/486-vs-600/');
    const times = { told: [], fetched: [], inside: [], frame: [] };
    for (let i = 0; i < 21; i += 1) {
      await pair.waitForTimeout(300);
      const shown = shows(pair, `試験${i}号`);
      await pair.waitForTimeout(100);
      const saved = Date.now();
      [save, move][i % 2](code.ja, good.replace(gloss.ja, `試験${i}号`));
      const seen = await shown;
      check(`edit ${i} is seen without reloading by hand`, seen !== undefined);
      for (const name of Object.keys(times)) times[name].push((seen?.[name] ?? NaN) - saved);
    }
    const figure = (name) => `${middle(times[name]).toFixed(0)} (most ${Math.max(...times[name]).toFixed(0)})`;
    console.log(`serve: milliseconds after saving, median of ${times.told.length}: told ${figure('told')}, fetched ${figure('fetched')}, in the document ${figure('inside')}, next frame ${figure('frame')}`);
    check('a text changes in the open page', await kept(pair));

    // Edits that follow each other faster than pages do, and one while the page before it is on its way.
    for (let i = 0; i < 12; i += 1) {
      save(code.ja, good.replace(gloss.ja, `連続${i}号`));
      await pair.waitForTimeout(i * 3);
    }
    check('the last of many edits is shown', await shows(pair, '連続11号'));
    await pair.route('**/ja/sip/486-vs-600/', async (route) => {
      const response = await route.fetch();
      save(code.ja, good.replace(gloss.ja, '次の語'));
      await pair.waitForTimeout(500);
      await route.fulfill({ response });
    }, { times: 1 });
    save(code.ja, good.replace(gloss.ja, '前の語'));
    check('an edit is shown that comes while the last one is on its way', await shows(pair, '次の語'));
    await alike('many edits', pair);
    save(code.ja, good);
    await shows(pair, gloss.ja);

    // Whoever has chosen colours keeps them, and is not in the way of the rest.
    await pair.locator('#theme select').selectOption('dark');

    // Every kind of page, after texts, attributes and elements have changed together; few at a time, because a browser
    // opens six connections to one host, and each tab that is looked at holds one.
    const kinds = [['/', '/status/', '/sip/'], ['/sip/compare/', '/sip/486/', '/sip/486-vs-600/'], ['/sip/trace/', '/sip/q850/', '/nothing-here/']];
    for (const [lang, prefix] of [['en', ''], ['ja', '/ja']]) {
      for (const paths of kinds) {
        const pages = [];
        for (const path of paths) pages.push(await tab(path === '/nothing-here/' ? path : prefix + path));
        const licence = /^site-license = (.*)$/m.exec(read(`locales/${lang}/site.ftl`))[1];
        const mend = [
          edit(code[lang], gloss[lang], `${gloss[lang]} of-a-test`),
          edit(code[lang], "when = '''\n", "when = '''\n- An item of a **test**.\n"),
          edit(`locales/${lang}/site.ftl`, '\nsite-navigation = ', '\nsite-navigation = name-of-a-test '),
          edit(`locales/${lang}/site.ftl`, licence, `licence-of-a-test ${licence}`),
        ];
        for (const page of pages) {
          const path = new URL(page.url()).pathname;
          // The page for what is not there is in the first language.
          const follows = lang === 'en' || path !== '/nothing-here/';
          check(`${path} follows`, await shows(page, follows ? 'licence-of-a-test' : 'Versus'));
          await alike('edited', page);
          if (/\/$|status|compare|vs|q850/.test(path.slice(0, -1))) check(`${path} changes in place`, await kept(page));
        }
        mend.reverse().forEach((back) => back());
        for (const page of pages) {
          await page.waitForFunction((licence) => {
            const text = document.querySelector('footer')?.textContent ?? '';
            return text.includes(licence) && !text.includes('of-a-test');
          }, lang === 'en' || !page.url().endsWith('-here/') ? licence : '');
          await alike('mended', page);
          await page.close();
        }
      }
    }

    // What a script has made from the page is made anew.
    const one = await tab('/sip/486/');
    edit('locales/en/code.ftl', 'code-heading-compare-all = All other codes', 'code-heading-compare-all = all-of-a-test');
    check('a text that a script has copied arrives', await shows(one, 'all-of-a-test'));
    check('and its copy', await one.locator('optgroup[label="all-of-a-test"]').count() === 1);
    edit(code.en, 'Every line of the phone', 'Every **single** line of the phone');
    await shows(one, 'Every single line of the phone');
    await alike('elements', one);
    edit(code.en, 'Call-ID: ', 'Call-ID: of-a-test-');
    check('an example follows', await shows(one, 'Call-ID: of-a-test-'));
    await alike('example', one);
    edit('templates/code.html', '<pre tabindex=0', '<p>beside-a-button</p>\n<pre tabindex=0');
    check('what comes beside a button arrives', await shows(one, 'beside-a-button'));
    await alike('beside', one);
    edit('locales/en/site.ftl', '\nsite-copy = ', '\nsite-copy = of-a-test ');
    check('a button follows', await shows(one, 'of-a-test Copy'));
    await one.close();

    // What a person has done to the page stays.
    const used = await tab('/ja/sip/486-vs-600/');
    const box = used.locator('input[type=search]');
    await used.evaluate(() => { document.querySelector('main > article > details').open = true; });
    await box.fill('話中');
    await used.waitForSelector('#found li');
    await used.evaluate(() => scrollTo(0, 700));
    const state = () => used.evaluate(() => ({ scroll: scrollY, focus: document.activeElement.type, open: document.querySelector('main > article > details').open, typed: document.activeElement.value, kept: document.body.kept }));
    const before = await state();
    check('the page is used as meant', before.scroll === 700 && before.focus === 'search' && before.open, JSON.stringify(before));
    edit(code.ja, gloss.ja, '検査用の語');
    edit(code.ja, "when = '''\n", "when = '''\n- 検査用の項目。\n");
    check('the page that is used follows', await shows(used, '検査用の項目'));
    check('place, focus, open details and typed text stay', JSON.stringify(await state()) === JSON.stringify(before), JSON.stringify(await state()));
    await box.fill('検査用の語');
    const known = used.locator('#found li', { hasText: '検査用の語' }).first().waitFor({ timeout: 5000 });
    check('the search box knows the new words', await known.then(() => true, () => false));
    await used.evaluate(() => scrollTo(0, 700));

    // What is written over keeps the place and what was typed, too.
    edit('static/style.css', ':root {', ':root { --of-a-test: 1;');
    await used.waitForFunction(() => getComputedStyle(document.documentElement).getPropertyValue('--of-a-test') === '1');
    check('another style is another page', !(await kept(used)));
    await used.waitForFunction(() => scrollY === 700, undefined, { timeout: 5000 }).catch(() => {});
    check('which keeps its place and what was typed', (await used.evaluate(() => `${scrollY} ${document.querySelector('[role=search] input').value}`)) === '700 検査用の語', await used.evaluate(() => `${scrollY}`));
    const trace = await tab('/ja/sip/trace/');
    await trace.getByRole('textbox').fill('SIP/2.0 486 Busy Here\nSIP/2.0 603 Decline\n');
    await trace.waitForSelector('#result:not([hidden]) td');
    edit(code.ja, 'meaning = "', 'meaning = "検査用の意味では、');
    check('a trace stays and is read anew', await shows(trace, '検査用の意味'));
    await trace.close();

    // Two tabs, and one that is still loading.
    edit(code.ja, '検査用の語', '二枚目の語');
    check('two tabs follow', (await Promise.all([used, pair].map((page) => shows(page, '二枚目の語')))).every(Boolean));
    for (const path of ['/ja/sip/486-vs-600/', '/ja/sip/486/']) {
      const word = `途中の語${path.length}`;
      let edited;
      const early = await tab(path, (page) => page.route(/\/(site|style)\./, async (route) => {
        edited ??= new Promise((done) => {
          setTimeout(() => {
            edit(code.ja, 'gloss = "', `gloss = "${word}`);
            setTimeout(done, 400);
          }, 100);
        });
        await edited;
        await route.continue();
      }));
      check('a page that is still loading follows', await shows(early, word));
      await early.waitForLoadState();
      await alike('while loading', early);
      await early.close();
    }

    // Mistakes.
    const right = read(code.ja);
    save(code.ja, right.replace('gloss =', 'glos ='));
    check('a mistake is shown as the page', await shows(pair, 'error[unknown-key]'));
    check('with its place', await shows(pair, code.ja));
    const failed = await tab('/ja/sip/486-vs-600/');
    check('a tab that is opened now shows it, too', await shows(failed, 'error[unknown-key]'));
    move(code.ja, good);
    for (const page of [pair, failed]) {
      check('the page is back when the mistake is mended', await shows(page, gloss.ja));
      await page.waitForLoadState();
      await alike('mended', page);
    }
    renameSync(join(folder, 'templates'), join(folder, 'away'));
    check('a folder that goes is reported', await shows(pair, 'error['));
    renameSync(join(folder, 'away'), join(folder, 'templates'));
    check('and the page is back when it comes back', await shows(pair, gloss.ja));
    const workers = await pair.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).filter(({ active }) => active).length);
    check('no service worker keeps pages', workers === 0, `${workers}`);
    check('the pages complain of nothing', complaints.length === 0, complaints.join('; '));
  } finally {
    await context.close();
    program.kill();
    rmSync(folder, { recursive: true });
  }
};
