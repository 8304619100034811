// The page that reads a pasted text: what it finds in real forms of messages and logs, and that nothing leaves the browser.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export default async ({ visit, at, check, data }) => {
  const folder = join(data, 'traces');
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  const said = (page) => page.textContent('#said');
  const put = async (page, text) => {
    await page.fill('#text', '');
    await page.waitForFunction(() => document.getElementById('said').textContent === '');
    // Set at once, as a browser pastes: typing a megabyte would take a minute.
    await page.evaluate((value) => {
      document.getElementById('text').value = value;
      document.getElementById('text').dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await page.waitForFunction(() => document.getElementById('said').textContent !== '');
  };
  const rows = (page, id, times) => page.locator(`[aria-labelledby="${id}"] tbody tr`).evaluateAll((found, column) => Object.fromEntries(found.map((row) => [row.cells[0].textContent.match(/\d+(?!.*\d)|\d+/g).at(column === 3 ? 0 : -1), Number(row.cells[3].textContent)])), times);

  for (const language of ['', 'ja/', 'vi/', 'ru/']) {
    const { page, close } = await visit(`${language}sip/trace/`);
    await page.waitForSelector('#text');
    // Forms are the same in every language: one reads them all, the others what readers paste most.
    const files = Object.keys(expected).filter((name) => language === '' || name.startsWith('challenged'));
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const name of files) {
      const wanted = expected[name];
      await put(page, readFileSync(join(folder, name), 'utf8'));
      const codes = await rows(page, 'found-codes', 3);
      const causes = await rows(page, 'found-causes', 4);
      const sorted = (counts) => JSON.stringify(Object.entries(counts).sort());
      check(`${language}${name}: codes`, sorted(codes) === sorted(wanted.codes), JSON.stringify(codes));
      check(`${language}${name}: causes`, sorted(causes) === sorted(wanted.causes), JSON.stringify(causes));
      const link = page.locator('#compare a');
      const compared = (await link.isVisible()) ? await link.evaluate((found) => found.href) : null;
      check(`${language}${name}: comparison`, compared === (wanted.compare && at(language + wanted.compare)), String(compared));
      const nothing = Object.keys(wanted.codes).length + Object.keys(wanted.causes).length === 0;
      check(`${language}${name}: says when there is nothing`, (await page.locator('#nothing').isVisible()) === nothing);
    }
    check(`${language} sends nothing while it reads`, asked.length === 0, asked.join(' '));
    await close();
  }

  { // A megabyte is read while the reader waits, and a code that is registered nowhere is named as such.
    const { page, close } = await visit('sip/trace/');
    await page.waitForSelector('#text');
    const text = readFileSync(join(folder, 'challenged-then-busy.txt'), 'utf8').repeat(440);
    const started = Date.now();
    await put(page, text);
    check('a megabyte is read', text.length > 1e6 && (await rows(page, 'found-codes', 3))['486'] === 440, `${text.length} bytes`);
    check('a megabyte is read in time', Date.now() - started < 15_000, `${Date.now() - started} ms`);
    await put(page, 'SIP/2.0 499 Who Knows');
    check('a code that is not registered is named', (await page.textContent('[aria-labelledby="found-codes"] tbody')).includes('not a registered code'));
    check('the numbers are announced', (await said(page)) === 'Codes found: 1. Causes found: 0.', await said(page));
    await close();
  }

  { // Whatever is pasted stays text, and is read in time: markup, one endless line, the examples with random damage.
    const { page, close } = await visit('sip/trace/');
    await page.waitForSelector('#text');
    const before = await page.locator('main :is(img, script, iframe, svg, style)').count();
    const evil = '<img src=x onerror="document.title=1"><script>document.title = 1</script>';
    await put(page, `SIP/2.0 486 Busy ${evil}\nReason: Q.850;cause=17;text="${evil}"\nSIP/2.0 499 Odd ${evil}\u202e\u0000`);
    const found = await rows(page, 'found-codes', 3);
    check('the codes of a hostile text are found', '486' in found, JSON.stringify(found));
    check('a hostile text stays text', (await page.locator('main :is(img, script, iframe, svg, style)').count()) === before && (await page.title()) !== '1');
    let state = 12345;
    const roll = (most) => (state = (state * 1103515245 + 12345) % 2147483648) % most;
    const signs = ['SIP/2.0 ', '<-- ', '"', '\\', '(', ';cause=', '\u0000', '\ud800', '[', '{', '486', ' ', '\t', '\r', '<b>'];
    const seeds = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(folder, name), 'utf8'));
    const damaged = Array.from({ length: 200 }, () => {
      let text = seeds[roll(seeds.length)];
      for (let times = roll(8); times >= 0; times -= 1) {
        const at = roll(text.length + 1);
        text = text.slice(0, at) + signs[roll(signs.length)].repeat(1 + roll(30)) + text.slice(at + roll(20));
      }
      return text;
    });
    for (const [name, text] of [['an endless line', 'SIP/2.0 4'.repeat(150_000)], ['spaces', `Reason:${' '.repeat(500_000)}x`], ['digits', '4'.repeat(500_000)], ['damaged examples', damaged.join('\n')]]) {
      const started = Date.now();
      await put(page, text);
      await rows(page, 'found-codes', 3);
      check(`${name}: read in time`, Date.now() - started < 10_000, `${Date.now() - started} ms`);
    }
    for (const text of damaged.slice(0, 60)) await put(page, text);
    check('damaged examples stay text', (await page.locator('main :is(img, script, iframe, svg, style)').count()) === before);
    await close();
  }

  { // By keyboard only: the example, then its comparison; clearing leaves nothing behind.
    const { page, close } = await visit('ru/sip/trace/');
    await page.waitForSelector('#text');
    await page.focus('[value="sample"]');
    await page.keyboard.press('Enter');
    check('the example is read', await page.locator('#compare a').isVisible());
    await page.focus('[type="reset"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#result', { state: 'hidden' });
    check('clearing empties the text', (await page.inputValue('#text')) === '');
    await close();
  }

  { // What is pasted into the search box goes to the page inside the browser.
    const { page, close } = await visit('vi/sip/486/');
    const sent = [];
    page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));
    await page.focus('[role="search"] input');
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', 'SIP/2.0 603 Decline\r\nCSeq: 1 INVITE\r\nReason: Q.850;cause=21\r\n');
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.waitForURL('**/vi/sip/trace/');
    await page.waitForSelector('#result:not([hidden])');
    check('the pasted text is read', '603' in (await rows(page, 'found-codes', 3)));
    check('the pasted text is in no request', sent.every((one) => !one.includes('Decline')), sent.join(' '));
    await close();
  }

  { // Without scripts the page says what it needs, and shows what it would recognize.
    const { page, close } = await visit('ja/sip/trace/', { script: false });
    check('the page says that it needs a script', await page.locator('#without').isVisible());
    check('no field that does nothing', await page.locator('#text').isHidden());
    check('what is recognized is listed', (await page.locator('dl pre').count()) > 20);
    await close();
  }
};
