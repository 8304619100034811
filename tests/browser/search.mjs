// The search box: every kind of query in every language, and every way of working it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is typed, and the address that comes first; nothing where nothing is to be found. */
const searches = JSON.parse(readFileSync(new URL('searches.json', import.meta.url), 'utf8'));

export default async ({ visit, at, check, site }) => {
  const box = '[role="search"] input';
  const home = (language) => (language === 'en' ? '' : `${language}/`);

  for (const [language, queries] of Object.entries(searches)) {
    const { page, close } = await visit(`${home(language)}about/`);
    const options = page.locator('[role="option"]');
    for (const [query, wanted] of queries) {
      await page.fill(box, '');
      await page.fill(box, query);
      await page.waitForFunction((searched) => document.querySelector('[role="search"]').dataset.shown === searched, query);
      if (wanted === null) {
        check(`${language}: “${query}” finds nothing`, (await options.count()) === 0);
        continue;
      }
      const first = await options.first().getAttribute('data-href');
      check(`${language}: “${query}” finds ${wanted}`, first !== null && new URL(first, page.url()).href === at(wanted), String(first));
    }
    await close();
  }

  { // Nothing is asked for before a reader turns to the box; then one file, and no more while typing.
    const { page, close } = await visit('ja/sip/486-vs-600/');
    const asked = [];
    // The browser fetches the icon of a page when it likes.
    page.on('request', (request) => request.url().endsWith('/icon.svg') || asked.push(request.url()));
    await page.waitForTimeout(200);
    check('the search data is not loaded before it is needed', asked.length === 0, asked.join(' '));
    await page.keyboard.press('/');
    check('a slash leads to the box', await page.evaluate((selector) => document.activeElement === document.querySelector(selector), box));
    check('the slash is not typed', (await page.inputValue(box)) === '');
    await page.keyboard.type('話中');
    await page.waitForSelector('[role="option"]');
    check('one file is loaded', asked.length === 1 && /\/search-ja\.[0-9a-f]{10}\.json$/.test(asked[0]), asked.join(' '));
    await close();
  }

  { // By keyboard: down, up, round the end, Enter. The focus stays in the box.
    const { page, close } = await visit('sip/');
    await page.keyboard.press('/');
    await page.keyboard.type('busy');
    await page.waitForSelector('[role="option"]');
    const active = () => page.evaluate((selector) => {
      const input = document.querySelector(selector);
      const option = document.getElementById(input.getAttribute('aria-activedescendant'));
      return { focus: document.activeElement === input, expanded: input.getAttribute('aria-expanded'), at: option ? [...option.parentNode.children].indexOf(option) : -1, selected: document.querySelectorAll('[aria-selected="true"]').length };
    }, box);
    const count = await page.locator('[role="option"]').count();
    check('the list is open and nothing is chosen', JSON.stringify(await active()) === '{"focus":true,"expanded":"true","at":-1,"selected":0}', JSON.stringify(await active()));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    check('down goes down', JSON.stringify(await active()) === '{"focus":true,"expanded":"true","at":1,"selected":1}', JSON.stringify(await active()));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    check('up from the first goes back to the box', (await active()).at === -1);
    await page.keyboard.press('ArrowUp');
    check('up from the box goes to the last', (await active()).at === count - 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('[role="option"]').nth(1).getAttribute('data-href');
    await Promise.all([page.waitForURL((url) => url.pathname === second), page.keyboard.press('Enter')]);
    check('Enter goes to the chosen one', new URL(page.url()).pathname === second, page.url());
    await close();
  }

  { // Escape closes first and clears then; the number of results is read out, with the right word for it.
    const { page, close } = await visit('ru/');
    const status = page.locator('[role="search"] [role="status"]');
    await page.keyboard.press('/');
    await page.keyboard.type('занято');
    await page.waitForSelector('[role="option"]');
    const count = await page.locator('[role="option"]').count();
    const said = await status.textContent();
    check('the number of results is announced', said.includes(String(count)), said);
    await page.keyboard.press('Escape');
    check('Escape closes the list', await page.locator('[role="listbox"]').isHidden());
    check('Escape keeps what was typed', (await page.inputValue(box)) === 'занято');
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector('[role="option"]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    check('Escape again clears the box', (await page.inputValue(box)) === '');
    await page.keyboard.type('ыыыыыыы');
    await page.waitForFunction(() => document.querySelector('[role="search"]').dataset.shown === 'ыыыыыыы');
    check('that nothing was found is said in words', /^Ничего\sне\sнайдено/.test(await status.textContent()) && (await status.isVisible()), await status.textContent());
    await page.keyboard.press('Enter');
    check('Enter without a result stays', page.url() === at('ru/'), page.url());
    await close();
  }

  { // Enter at once takes the first result, even before the data is there; either order of a pair.
    const { page, close } = await visit('vi/sip/180/');
    await page.fill(box, '600/486');
    await Promise.all([page.waitForURL('**/486-vs-600/'), page.keyboard.press('Enter')]);
    check('Enter takes the first result', page.url() === at('vi/sip/486-vs-600/'), page.url());
    await close();
  }

  { // By pointer, on a phone: the list fits the screen.
    const { page, close } = await visit('ja/sip/486/', { width: 360 });
    await page.fill(box, '拒否');
    await page.waitForSelector('[role="option"]');
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    check('the list fits a phone', overflow <= 0, `${overflow} pixels too wide`);
    await Promise.all([page.waitForURL('**/ja/sip/603/'), page.locator('[role="option"]').first().click()]);
    check('a click goes there', page.url() === at('ja/sip/603/'), page.url());
    await close();
  }

  { // A slash in a field is a slash.
    const { page, close } = await visit('');
    await page.focus(box);
    await page.keyboard.type('486/600');
    check('a slash can be typed', (await page.inputValue(box)) === '486/600');
    await close();
  }

  { // Without scripts there is no box that does nothing.
    const { page, close } = await visit('sip/486/', { script: false });
    check('no box without scripts', await page.locator('[role="search"]').isHidden());
    await close();
  }

  for (const name of readdirSync(site).filter((one) => /^search-/.test(one))) {
    const size = readFileSync(join(site, name)).length;
    check(`${name} is light`, size <= 100 * 1024, `${size} bytes`);
  }
};
