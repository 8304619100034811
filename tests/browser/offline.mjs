// What a reader has kept can be read without a connection, and nothing else pretends to be there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export default async ({ visit, at, base, check, site }) => {
  const kept = (page) => page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.endsWith(':pages'));
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
  const { page, close } = await visit('ja/sip/480-vs-486/', { serviceWorkers: 'allow' });
  const codes = JSON.parse(readFileSync(join(site, 'api/v1/sip/codes.json'), 'utf8')).codes.length;
  // All codes of the language come in the background.
  let paths = [];
  for (let tries = 0; tries < 150; tries += 1) {
    paths = await kept(page);
    if (paths.filter((path) => /\/ja\/sip\/\d+\/$/.test(path)).length === codes && paths.some((path) => path.includes('.kept'))) break;
    await page.waitForTimeout(200);
  }
  const found = paths.filter((path) => /\/ja\/sip\/\d+\/$/.test(path)).length;
  check('all codes of the language are kept', found === codes, `${found} of ${codes}`);
  check('codes of other languages are not', !paths.some((path) => /\/ru\/sip\/\d+\//.test(path)));
  await page.goto(at('ja/sip/486-vs-600/'));
  const online = await page.locator('h1').textContent();

  await page.context().setOffline(true);
  const open = async (path) => {
    await page.goto(at(path), { waitUntil: 'load' });
    const styled = await page.evaluate(() => [...document.styleSheets].some((sheet) => sheet.cssRules.length > 10));
    return { title: await page.locator('h1').textContent(), styled, text: await page.locator('main').textContent() };
  };
  for (const path of ['ja/sip/480-vs-486/', 'ja/sip/486-vs-600/', 'ja/sip/404/', 'ja/sip/', 'ja/']) {
    const seen = await open(path);
    check(`/${path} opens offline, with its style`, seen.styled && seen.text.length > 300, `${seen.title} ${seen.text.length}`);
    if (path === 'ja/sip/486-vs-600/') check('it is the page that was seen', seen.title === online, seen.title);
  }
  const offline = JSON.parse(readFileSync(join(site, 'sw.js'), 'utf8').match(/^const site = (.*);$/m)[1]).languages;
  for (const [path, language] of [['ja/sip/100-vs-699/', 'ja'], ['ru/sip/486/', 'ru'], ['sip/200-vs-486/', 'en']]) {
    const seen = await open(path);
    const text = readFileSync(join(site, offline[language].offline.replace(base, ''), 'index.html'), 'utf8');
    check(`/${path} says that it is not kept`, text.includes(`>${seen.title}</h1>`) && seen.styled, seen.title);
  }

  // Back on the network, the network wins.
  await page.context().setOffline(false);
  await page.goto(at('ru/sip/486/'));
  check('what was not kept is there again', (await page.locator('h1').textContent()).includes('486'));
  await close();

};
