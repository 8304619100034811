// A page as its reader meets it: what the first screen answers, both sides in step, colours, pictures, copying, paper.

import { languages } from './pages.mjs';

const box = (page, selector, nth = 0) => page.locator(selector).nth(nth).boundingBox();
const bottom = (rect) => rect.y + rect.height;

export default async ({ visit, at, check }) => {
  for (const language of languages) {
    { // A code answers on the first screen: meaning, what to do, what the caller hears, final, retry, who sends it.
      const path = `${language}sip/486/`;
      const { page, close } = await visit(path);
      for (const selector of ['.answer', '.do', '.hears']) {
        const rect = await box(page, selector);
        check(`/${path} shows ${selector} on the first screen`, bottom(rect) <= 900, `ends at ${bottom(rect)}`);
      }
      const rows = await page.locator('.facts tbody tr').evaluateAll((all) => all.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length);
      check(`/${path} shows the weightiest facts on the first screen`, rows >= 4, `${rows} rows`);
      await page.setViewportSize({ width: 360, height: 800 });
      const action = await box(page, '.do');
      check(`/${path} says on a phone's first screen what to do`, bottom(action) <= 800, `ends at ${bottom(action)}`);
      await close();
    }
    { // A pair answers on the first screen: the answer whole, and the facts that weigh most.
      const path = `${language}sip/486-vs-600/`;
      const { page, close } = await visit(path);
      const answer = await box(page, '.answer');
      check(`/${path} shows its answer on the first screen`, bottom(answer) <= 900, `ends at ${bottom(answer)}`);
      const rows = await page.locator('.facts tbody tr').evaluateAll((all) => [all.filter((row) => row.getBoundingClientRect().bottom <= innerHeight).length, all.length]);
      check(`/${path} shows the table on the first screen`, rows[0] >= Math.min(4, rows[1]), `${rows[0]} of ${rows[1]} rows`);
      await close();
    }
  }

  { // The two sides stand in step: cell under cell, topic beside topic, the names of both in sight.
    const { page, close } = await visit('sip/204-vs-422/');
    const columns = await page.evaluate(() => ['.sides > a', '.facts tbody td', '#how-to-fix + .two > *', '#call-flows + .two > *']
      .map((selector) => [...document.querySelectorAll(selector)].slice(0, 2).map((one) => one.getBoundingClientRect()))
      .map(([a, b]) => [Math.round(a.left), Math.round(b.left), a.top === b.top]));
    check('the sides keep their columns down the page', columns.every(([a, b]) => a === columns[0][0] && Math.abs(b - columns[0][1]) <= 1), JSON.stringify(columns));
    check('the sides begin in the same line', columns.slice(1).every(([, , level]) => level), JSON.stringify(columns));
    await page.goto(`${page.url()}#how-to-fix-422`);
    const [names, heading] = [await box(page, '.sides'), await box(page, '#how-to-fix-422')];
    check('the names of both sides stay in sight', names.y === 0, `${names.y}`);
    check('a heading that was jumped to is not covered', heading.y >= bottom(names), `${heading.y} under ${bottom(names)}`);
    const marks = await page.locator('.facts tbody th').evaluateAll((all) => all.every((one) => getComputedStyle(one, '::before').content.includes('≠')));
    check('differing facts carry a sign, not a colour only', marks);
    await close();
  }

  { // On a phone facts stand side by side, and a topic has both codes one after the other, each with its name.
    const { page, close } = await visit('ja/sip/204-vs-422/', { width: 360, height: 800 });
    const [left, right] = [await box(page, '.facts tbody td', 0), await box(page, '.facts tbody td', 1)];
    check('on a phone the facts of both codes stand side by side', left.y === right.y && right.x > left.x);
    const [first, second] = [await box(page, '#description + .two > *', 0), await box(page, '#description + .two > *', 1)];
    check('on a phone a topic keeps both codes together', second.y >= bottom(first) && second.y - bottom(first) < 40);
    await close();
  }

  { // Pictures: named and told in the page's language, and large enough to read on a phone.
    for (const [language, script] of [['', /INVITE/], ['ja/', /[\u3040-\u30ff]/], ['vi/', /[àáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/], ['ru/', /[а-я]/]]) {
      const path = `${language}sip/422/`;
      const { page, context, close } = await visit(path, { width: 360, height: 800 });
      const client = await context.newCDPSession(page);
      const { nodes } = await client.send('Accessibility.getFullAXTree');
      const picture = nodes.find((node) => ['img', 'image'].includes(node.role?.value) && node.name?.value);
      check(`the picture of /${path} has a name`, script.test(picture?.name.value) || language === '', picture?.name.value);
      check(`the picture of /${path} is told in words`, script.test(picture?.description?.value ?? ''), picture?.description?.value);
      const smallest = await page.locator('.flow text').evaluateAll((all) => Math.min(...all.map((one) => parseFloat(getComputedStyle(one).fontSize) * one.getScreenCTM().a)));
      check(`the picture of /${path} is readable on a phone`, smallest >= 10, `${smallest} pixels`);
      const inside = await page.locator('.flow').evaluateAll((all) => all.every((one) => [...one.querySelectorAll('text')].every((text) => text.getBoundingClientRect().right <= innerWidth)));
      check(`the picture of /${path} fits a phone`, inside);
      await close();
    }
  }

  { // Colours: chosen by keyboard, remembered on the next page, gone with the choice.
    const { page, close } = await visit('vi/sip/486/');
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.focus('#theme select');
    await page.keyboard.press('End');
    const dark = await paper();
    check('the colours change by keyboard', light !== dark, `${light} ${dark}`);
    await page.goto(at('vi/sip/486-vs-600/'));
    check('the colours are remembered', (await paper()) === dark && (await page.inputValue('#theme select')) === 'dark');
    const order = await page.evaluate(() => [...document.head.querySelectorAll('script[src], link[rel="stylesheet"]')].map((one) => one.src ?? one.href));
    check('the chosen colours are known before the first paint', /theme\./.test(order[0]) && !(await page.locator('script[src*="theme."]').evaluate((one) => one.defer || one.async)), order.join(' '));
    await page.focus('#theme select');
    await page.keyboard.press('Home');
    check('without a choice the system decides', (await paper()) === light && (await page.evaluate(() => localStorage.length)) === 0);
    await page.emulateMedia({ colorScheme: 'dark' });
    check('the system decides on the other colours too', (await paper()) === dark);
    await close();
  }

  { // Copying an example: by keyboard, and what happened is said in the page's language.
    const { page, close } = await visit('ru/sip/204-vs-422/', { permissions: ['clipboard-read', 'clipboard-write'] });
    check('each example has its button', (await page.locator('pre').count()) === (await page.locator('button.copy').count()));
    await page.locator('button.copy').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.getElementById('say').textContent !== '', null, { timeout: 3000 }).catch(() => {});
    const said = await page.textContent('#say');
    check('copying is announced in the language of the page', /[а-я]/.test(said) && (await page.getAttribute('#say', 'role')) === 'status', said);
    const [copied, shown] = [await page.evaluate(() => navigator.clipboard.readText()), await page.locator('pre').nth(1).textContent()];
    check('the copy is the message', copied.trim() === shown.trim() && copied.startsWith('SIP/2.0 422'), copied.slice(0, 60));
    const marked = await page.locator('pre').nth(1).locator('mark').allTextContents();
    check('the status line and the telling header fields are marked', marked[0].startsWith('SIP/2.0 422') && marked.some((line) => line.startsWith('Min-SE')), marked.join(' | '));
    await close();
  }

  { // Languages of parts, no motion, paper, and no script.
    const { page, close } = await visit('ja/sip/480-vs-486/');
    const phrases = await page.locator('h1 i').evaluateAll((all) => all.map((one) => [one.lang, one.translate, one.textContent].join()));
    check('reason phrases are marked as English', phrases.join(' ') === 'en,false,Temporarily Unavailable en,false,Busy Here', phrases.join(' '));
    const moving = await page.evaluate(() => document.getAnimations().length + [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').length);
    check('nothing moves', moving === 0, `${moving} elements`);
    await page.emulateMedia({ media: 'print' });
    check('paper carries the comparison without the frame', (await page.locator('.languages').isHidden()) && (await page.locator('.facts').isVisible()) && (await page.locator('dl').isVisible()));
    await close();
    const still = await visit('ja/sip/480-vs-486/', { script: false });
    check('without a script no control stands idle', (await still.page.locator('#theme').isHidden()) && (await still.page.locator('button:visible, select:visible').count()) === 0);
    check('without a script everything stands there', (await still.page.locator('main h2').count()) >= 9 && (await still.page.locator('main svg').count()) === 2);
    await still.close();
  }
};
