// Every kind of page in every language, light and dark, wide and on a phone: it fits, and axe finds nothing.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const kinds = ['sip/compare/', '', 'sip/', 'sip/486/', 'sip/480-vs-486/', 'sip/204-vs-422/', 'sip/trace/', 'sip/q850/', 'about/', 'data/', 'status/', 'offline/', 'nowhere/'];
export const languages = ['', 'ja/', 'vi/', 'ru/'];

// Widths between which a page is tried, and whether axe looks at it there in light and dark; 320 is what a wide window
// has left at a zoom of 400 %.
const widths = [[1440, true], [820, false], [360, true], [320, false]];

// What a reader does first where the page is nothing before that: a trace with its findings, a search with its results.
const first = {
  'sip/trace/': async (page) => {
    await page.click('[value="sample"]');
    await page.waitForSelector('#compare:not([hidden])');
  },
  'about/': async (page) => {
    await page.fill('[role="search"] input', '486');
    await page.waitForSelector('[role="option"]');
  },
};

/** Words above columns that stand on two lines. A Japanese word may break anywhere. */
const brokenHeadings = () => {
  const broken = [];
  for (const heading of document.querySelectorAll('thead th')) {
    // Some tables are lists on a phone, and their headings are only for those who listen.
    if (heading.getBoundingClientRect().right <= 0) continue;
    const text = heading.firstChild;
    for (const word of text?.nodeType === Node.TEXT_NODE ? text.data.matchAll(/[^\s\u3040-\u9fff]+/g) : []) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((one) => one.top)).size > 1) broken.push(word[0]);
    }
  }
  return broken;
};

/** One page, loaded once: the window and the colours change around it, as they do for a reader who turns a phone. */
const look = async ({ visit, check }, path, act) => {
  const { page, close } = await visit(path, { width: widths[0][0], dark: false });
  await act?.(page);
  await page.evaluate(axe);
  const grounds = new Set();
  for (const [width, whole] of widths) {
    await page.setViewportSize({ width, height: 900 });
    const { wide, overflow } = await page.evaluate(() => ({ wide: innerWidth, overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth }));
    check(`/${path} ${width} fits its width`, wide === width && overflow <= 0, `${overflow} pixels too wide`);
    if (width === 360) {
      const broken = await page.evaluate(brokenHeadings);
      check(`/${path} ${width} breaks no heading of a table inside a word`, broken.length === 0, broken.join(', '));
    }
    if (!whole) continue;
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      grounds.add(`${colorScheme} ${await page.evaluate(() => getComputedStyle(document.body).backgroundColor)}`);
      const { violations, passes } = await page.evaluate((values) => globalThis.axe.run({ runOnly: values, resultTypes: ['violations'] }), rules);
      const name = `/${path} ${width} ${colorScheme}`;
      check(`${name} is accessible`, violations.length === 0, violations.map((one) => `${one.id} (${one.nodes.length}): ${one.nodes[0].html.slice(0, 160)}`).join('; '));
      check(`${name} was looked at`, ['color-contrast', 'target-size', 'html-has-lang'].every((rule) => passes.some((one) => one.id === rule)), passes.length);
    }
  }
  // Two grounds: light and dark really came, and stayed the same at each width.
  check(`/${path} has a light and a dark ground`, grounds.size === 2 && new Set([...grounds].map((one) => one.split(' ').slice(1).join(' '))).size === 2, [...grounds].join(', '));
  await close();
};

export default async (tools) => {
  // The longest pages first, two at a time.
  const pages = kinds.flatMap((kind) => languages.map((language) => [`${language}${kind}`, first[kind]]));
  const next = async () => {
    for (let page = pages.shift(); page !== undefined; page = pages.shift()) await look(tools, ...page);
  };
  await Promise.all([next(), next()]);
};
