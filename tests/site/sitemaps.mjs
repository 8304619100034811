// The sitemaps against their schema, and against the pages that are there.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Parser } from 'htmlparser2';

import { address, parse } from './page.mjs';

// The schema of sitemaps.org, which the package `sitemap` brings along, leaves room for elements of other
// vocabularies only where these are declared.
const LINKS = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
<xs:element name="link"><xs:complexType>
<xs:attribute name="rel" type="xs:string" use="required"/>
<xs:attribute name="hreflang" type="xs:language" use="required"/>
<xs:attribute name="href" type="xs:anyURI" use="required"/>
</xs:complexType></xs:element></xs:schema>`;
const WHOLE = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
<xs:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="links.xsd"/>
</xs:schema>`;

const entries = (xml) => {
  const found = [];
  let inside = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      inside = name;
      if (name === 'url' || name === 'sitemap') found.push({ loc: '', lastmod: '', alternates: new Map() });
      if (name === 'xhtml:link') found.at(-1).alternates.set(attributes.hreflang, attributes.href);
    },
    ontext(text) { if (inside === 'loc' || inside === 'lastmod') found.at(-1)[inside] += text; },
    onclosetag() { inside = ''; },
  }, { xmlMode: true });
  parser.end(xml);
  return found;
};

/** The day on which git saw these files change last; nothing where it cannot know. */
const day = (root, ...paths) => {
  const git = (...args) => execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return git('rev-parse', '--is-shallow-repository') === 'true' ? '' : git('log', '-1', '--format=%cs', '--', ...paths);
  } catch {
    return '';
  }
};

export default ({ root, folder, sites, check }) => {
  const schema = createRequire(import.meta.url).resolve('sitemap/package.json');
  copyFileSync(join(dirname(schema), 'schema/sitemap.xsd'), join(folder, 'sitemap.xsd'));
  writeFileSync(join(folder, 'links.xsd'), LINKS);
  writeFileSync(join(folder, 'whole.xsd'), WHOLE);
  let addresses = 0;
  for (const site of sites) {
    const maps = [...site.files].filter((path) => /^sitemap-.+\.xml$/.test(path));
    const index = entries(site.text('sitemap.xml'));
    check('the index lists each sitemap', maps.map((path) => address(site, path).href).sort().join() === index.map((one) => one.loc).sort().join(), index.map((one) => one.loc).join());
    check('robots.txt names the index', site.text('robots.txt').includes(`\nSitemap: ${address(site, 'sitemap.xml').href}\n`));
    try {
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', join(folder, 'whole.xsd'), ...maps.map((path) => join(site.out, path))], { stdio: ['ignore', 'ignore', 'pipe'] });
    } catch (error) {
      check('a sitemap follows its schema', false, String(error.stderr).slice(0, 500));
    }
    const listed = new Map(maps.flatMap((path) => entries(site.text(path))).map((one) => [one.loc, one]));
    addresses += listed.size;
    for (const path of site.files) {
      if (!path.endsWith('.html')) continue;
      const page = parse(site.text(path));
      const entry = listed.get(address(site, path).href);
      if ((page.meta.get('robots') ?? '').includes('noindex')) {
        check('what is not to be found is in no sitemap', entry === undefined, path);
        continue;
      }
      check('a sitemap lists each page', entry !== undefined, path);
      if (!entry) continue;
      check('a sitemap names the languages that the page names', [...entry.alternates].join() === [...page.alternates].join(), path);
      listed.delete(address(site, path).href);
    }
    check('a sitemap lists nothing else', listed.size === 0, [...listed.keys()].slice(0, 5).join());
    const english = entries(site.text('sitemap-en.xml'));
    const code = english.find((one) => one.loc.endsWith('/sip/486/'));
    check('a page of a code changed when its file did', code.lastmod === day(root, 'content/sip/codes/486.toml'), `${code.lastmod} ${day(root, 'content/sip/codes/486.toml')}`);
    const pair = english.find((one) => one.loc.endsWith('/sip/480-vs-486/'));
    const files = ['codes/480.toml', 'codes/486.toml', 'pairs/480-486.toml'].map((path) => `content/sip/${path}`);
    check('a comparison changed when one of its files did', pair.lastmod === day(root, ...files), `${pair.lastmod} ${day(root, ...files)}`);
  }
  return `${addresses} addresses`;
};
