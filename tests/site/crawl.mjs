// Follows every link of every page: addresses, fragments, assets, canonical addresses, languages. Twice, because what
// is right at the root of a domain may be wrong below it.
import { address, file, parse } from './page.mjs';

const POLICY = /^default-src 'self'; base-uri 'none'; form-action 'self'$/;

const look = ({ site, check }) => {
  const pages = new Map();
  for (const path of site.files) if (path.endsWith('.html')) pages.set(path, parse(site.text(path)));
  let followed = 0;
  const titles = new Set();
  for (const [path, page] of pages) {
    const own = address(site, path);
    const name = `${site.base.pathname}${path}`;
    const lost = path === '404.html';
    const listed = !(page.meta.get('robots') ?? '').includes('noindex');
    for (const [id, times] of page.ids) check('an id stands once', times === 1, `${name} #${id}`);
    check('nothing is inline', page.inline.length === 0, `${name} ${page.inline.join(', ')}`);
    check('the policy allows nothing inline', POLICY.test(page.meta.get('Content-Security-Policy') ?? '') && !/unsafe|\*|http/.test(page.meta.get('Content-Security-Policy')), name);
    check('addresses depend on no base element', !page.base, name);
    check('a page has one heading', page.headings === 1 || lost, `${name} ${page.headings}`);
    check('a page has a language and a title', page.lang !== '' && page.title !== '', name);
    check('the canonical address is the page itself', listed ? page.canonical === own.href : page.canonical === null, `${name} ${page.canonical}`);
    if (listed) {
      check('no two pages of a language have a title in common', !titles.has(`${page.lang} ${page.title}`), `${name} ${page.title}`);
      titles.add(`${page.lang} ${page.title}`);
      check('each language is named', page.alternates.get(page.lang) === own.href, name);
    }
    for (const [language, href] of page.alternates) {
      const there = pages.get(file(site, new URL(href)));
      check('an alternate exists', there !== undefined, `${name} ${href}`);
      if (!there) continue;
      check('an alternate has the language it says', language === 'x-default' ? there.alternates.get('x-default') === href : there.lang === language, `${name} ${href}`);
      check('an alternate points back', there.alternates.get(page.lang) === own.href, `${name} ${href}`);
      check('an alternate is canonical', there.canonical === href, `${name} ${href}`);
    }
    const image = page.meta.get('og:image');
    if (image) check('the picture of a preview exists', file(site, new URL(image)) !== null, `${name} ${image}`);
    for (const href of page.fetched) {
      followed += 1;
      check('what a page fetches is a file of this site', file(site, new URL(href, own)) !== null, `${name} ${href}`);
    }
    for (const href of page.links) {
      followed += 1;
      const url = new URL(href, own);
      // The page for what is not there is shown at any address.
      if (lost) check('the 404 page has whole paths', href.startsWith('/') || href.startsWith('#') || href.startsWith('https:'), href);
      if (url.origin !== site.base.origin) {
        check('a link to elsewhere is safe', url.protocol === 'https:', `${name} ${href}`);
        continue;
      }
      const target = file(site, url);
      check('a link leads somewhere', target !== null, `${name} ${href}`);
      if (target && url.hash) check('a fragment is there', pages.get(target)?.ids.has(decodeURIComponent(url.hash.slice(1))), `${name} ${href}`);
    }
  }
  return { pages: pages.size, followed };
};

export default ({ sites, check }) => sites.map((site) => {
  const { pages, followed } = look({ site, check });
  check('there is a page for each pair and language', pages > 11_000, `${pages} pages`);
  for (const path of site.files) {
    if (!path.endsWith('.css')) continue;
    check('a style sheet fetches nothing from elsewhere', !/@import|url\(\s*["']?(https?:)?\/\//.test(site.text(path)), path);
  }
  return `${pages} pages and ${followed} links below ${site.base.href}`;
}).join(', ');
