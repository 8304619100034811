// What scripts write says which language it is in, as the pages themselves do.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every shown "486 Busy Here" in what a selector finds, with the language that its phrase says it is in. */
const phrases = (page, selector, names) => page.evaluate(([where, known]) => {
  const found = [];
  for (const root of document.querySelectorAll(where)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const phrase of known) if (node.data.includes(phrase)) found.push([phrase, node.parentElement.closest('[lang]').lang]);
    }
  }
  return found;
}, [selector, names]);

export default async ({ visit, check, site, data }) => {
  const codes = JSON.parse(readFileSync(join(site, 'api/v1/sip/codes.json'), 'utf8')).codes;
  const names = codes.map((one) => one.phrase).filter((phrase) => phrase.includes(' '));
  const trace = readFileSync(join(data, 'traces/challenged-then-busy.txt'), 'utf8');
  const says = (what, found, least) => {
    check(`${what}: there are phrases`, found.length >= least, `${found.length}`);
    for (const [phrase, lang] of found) check(`${what}: a phrase is English`, lang === 'en', `${phrase} ${lang}`);
  };
  for (const language of ['ja', 'vi', 'ru']) {
    { // What was found in a trace, and the comparison that is offered.
      const { page, close } = await visit(`${language}/sip/trace/`);
      await page.waitForSelector('#text');
      await page.fill('#text', `${trace}\nSIP/2.0 486 Busy Here\nReason: Q.850;cause=17\n`);
      await page.waitForSelector('#compare:not([hidden])');
      says(`${language} trace`, await phrases(page, '#result a', names), 3);
      const cause = await page.locator('[aria-labelledby="found-causes"] tbody td').first().locator('[lang="en"]').count();
      check(`${language} trace: the name of a cause is English`, cause === 1);
      await close();
    }
    { // The menu of comparisons: its entries are English, the names of its groups are not.
      const { page, close } = await visit(`${language}/sip/486/`);
      says(`${language} menu`, await phrases(page, '[data-compare] option', names), 50);
      const groups = await page.locator('[data-compare] optgroup').evaluateAll((all) => all.map((one) => one.closest('[lang]').lang));
      check(`${language} menu: groups are in the language of the page`, groups.length > 1 && groups.every((lang) => lang === language), groups.join(' '));
      await close();
    }
    { // The two menus of the list of codes.
      const { page, close } = await visit(`${language}/sip/`);
      says(`${language} list`, await phrases(page, '[data-pick] option', names), 100);
      await close();
    }
  }
};
