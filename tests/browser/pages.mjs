// Every kind of page in every language, light and dark, wide and on a phone: it fits, and axe finds nothing.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const kinds = ['', 'sip/', 'sip/compare/', 'sip/486/', 'sip/480-vs-486/', 'sip/204-vs-422/', 'sip/trace/', 'sip/q850/', 'about/', 'status/', 'nowhere/'];
export const languages = ['', 'ja/', 'vi/', 'ru/'];

export default async ({ visit, check }) => {
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
};
