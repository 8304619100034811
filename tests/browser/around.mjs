// Getting around: forms, links and repaired addresses, by keyboard and without scripts.

export default async ({ visit, at, check }) => {
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
    check('a code links to all its comparisons', (await page.locator('#compare ~ div a').count()) >= 74);
    check('the skip link comes first', (await page.locator('body > a').first().getAttribute('href')) === '#main');
    await close();
  }
};
