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

  { // The language switch leads to the section that is being read, named in the address or not.
    const { page, close } = await visit('sip/486-vs-600/#how-to-fix');
    await page.focus('.languages a[hreflang="ja"]', { preventScroll: true });
    await Promise.all([page.waitForURL('**/ja/**'), page.keyboard.press('Enter')]);
    check('the language switch keeps the section', page.url() === at('ja/sip/486-vs-600/#how-to-fix'), page.url());
    await page.goto(at('vi/sip/486-vs-600/'));
    await page.locator('#when-to-use').evaluate((heading) => heading.scrollIntoView());
    await page.evaluate(() => document.querySelector('.languages a[hreflang="ru"]').click());
    await page.waitForURL('**/ru/**');
    check('the language switch finds the section on the screen', page.url() === at('ru/sip/486-vs-600/#when-to-use'), page.url());
    await close();
  }

  { // The menu of comparisons on the page of a code: keyboard only, the most confused first.
    const { page, close } = await visit('vi/sip/486/');
    const near = await page.locator('.near a').first().getAttribute('href');
    const options = await page.locator('[data-compare] option').evaluateAll((all) => all.map((one) => one.value));
    check('the menu offers every other code once, the most confused first', options[0] === near && new Set(options).size === 74 && options.length === 74, `${options.length}, ${options[0]}`);
    await page.focus('[data-compare] select');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.inputValue('[data-compare] select');
    await page.keyboard.press('Tab');
    await Promise.all([page.waitForURL('**-vs-**'), page.keyboard.press('Enter')]);
    check('the menu leads to the comparison', new URL(page.url()).pathname === chosen && chosen !== near, page.url());
    await close();
  }

  { // Contents: folded into the bar of a comparison, at the side of a code.
    const { page, close } = await visit('ru/sip/486-vs-600/');
    const contents = page.locator('.sides details');
    const open = () => contents.evaluate((one) => one.open);
    await contents.locator('summary').focus();
    await page.keyboard.press('Enter');
    check('the contents open by keyboard', await open());
    await page.keyboard.press('Escape');
    check('Escape folds the contents up and stays there', !(await open()) && (await contents.locator('summary').evaluate((one) => one === document.activeElement)));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const first = await contents.locator('a').first().getAttribute('href');
    check('the contents lead to a section and fold up', page.url().endsWith(first) && !(await open()), page.url());
    const topics = await page.evaluate(() => [[...document.querySelectorAll('.sides details a')].map((link) => link.hash.slice(1)), [...document.querySelectorAll('main h2')].map((heading) => heading.id)]);
    check('the contents name the sections in order', topics[1].filter((id) => topics[0].includes(id)).join() === topics[0].join(), topics.join(' | '));
    await page.goto(at('ru/sip/486/'));
    const beside = await page.locator('.toc').boundingBox();
    const text = await page.locator('[id^="description-"] + div').boundingBox();
    check('the contents of a code stand at its side', beside.x > text.x + text.width - 1, JSON.stringify([beside, text]));
    await page.goto(at('ru/sip/486/#learn-more'));
    check('the contents stay in sight', await page.locator('.toc ul').evaluate((one) => one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().top < innerHeight / 2));
    await page.setViewportSize({ width: 360, height: 800 });
    check('the contents cost a phone nothing', await page.locator('.toc').isHidden());
    await close();
  }

  { // Neighbours, the way up, and the files behind a page.
    const { page, close } = await visit('ja/sip/486/');
    const href = (selector) => page.locator(selector).first().getAttribute('href');
    check('the code before and the code after', (await href('[rel="prev"]')).endsWith('/ja/sip/485/') && (await href('[rel="next"]')).endsWith('/ja/sip/487/'));
    check('the way up', (await href('.crumbs a:nth-of-type(2)')).endsWith('/ja/sip/'));
    check('a code is edited in its own file', (await href('footer a')).endsWith('/content/sip/ja/codes/486.toml'), await href('footer a'));
    await page.goto(at('sip/204-vs-422/'));
    const files = await page.locator('footer a').evaluateAll((all) => all.map((link) => link.pathname.split('/content/')[1]));
    check('a comparison is edited in the files of its codes', files.slice(0, 2).join() === 'sip/codes/204.toml,sip/codes/422.toml', files.join());
    await page.goto(at('sip/486-vs-600/'));
    check('a written comparison is edited in its own file', (await href('footer a')).endsWith('/content/sip/pairs/486-600.toml'), await href('footer a'));
    check('comparisons that come next', (await page.locator('#learn-more + div .links a').count()) >= 5);
    await close();
  }

  // Addresses that can only mean one page lead there.
  for (const [wrong, right] of [
    ['ja/sip/600-vs-486/#how-to-fix', 'ja/sip/486-vs-600/#how-to-fix'],
    ['de/sip/486/', 'sip/486/'],
    ['en/sip/486-vs-600/', 'sip/486-vs-600/'],
    ['fr/sip/600-vs-486/', 'sip/486-vs-600/'],
    ['ru/SIP/486', 'ru/sip/486/'],
    ['vi/486/', 'vi/sip/486/'],
    ['sip/486-600.html', 'sip/486-vs-600/'],
    ['ja/sip/486-vs-486/', 'ja/sip/486/'],
  ]) {
    const { page, close } = await visit(wrong);
    await page.waitForURL(at(right), { timeout: 5000 }).catch(() => {});
    check(`/${wrong} leads to /${right}`, page.url() === at(right), page.url());
    await close();
  }

  { // A pair with one code that does not exist: the near ones, and their comparisons.
    const { page, close } = await visit('ja/sip/486-vs-609/');
    const offered = await page.locator('[data-suggest="ja"] a').allTextContents();
    check('a pair with one wrong code offers near pairs', offered.includes('486 vs 600') && offered.includes('486'), offered.join());
    check('one heading of the first rank, in the language of the address', (await page.locator('h1').count()) === 1 && (await page.locator('h1').evaluate((one) => one.parentElement.lang)) === 'ja');
    check('the page that was asked for is not hidden', page.url() === at('ja/sip/486-vs-609/'));
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
