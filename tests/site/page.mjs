// What a crawler sees of one page.
import { Parser } from 'htmlparser2';

/** Elements and attributes that make a browser fetch something by itself. */
const FETCHED = { script: 'src', img: 'src', source: 'src', iframe: 'src', video: 'src', audio: 'src', embed: 'src', object: 'data', input: 'src', use: 'href', image: 'href' };
const FETCHED_LINKS = /(^|\s)(stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|prefetch)(\s|$)/;

export const parse = (text) => {
  const page = { ids: new Map(), links: [], fetched: [], alternates: new Map(), meta: new Map(), data: [], inline: [], headings: 0, lang: '', title: '', canonical: null, base: false };
  let inside = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      inside = null;
      if (name === 'html') page.lang = attributes.lang ?? '';
      if (name === 'base') page.base = true;
      if (name === 'h1') page.headings += 1;
      if (name === 'title' && page.title === '') inside = 'title';
      if ('id' in attributes) page.ids.set(attributes.id, (page.ids.get(attributes.id) ?? 0) + 1);
      for (const attribute of Object.keys(attributes)) {
        if (attribute === 'style' || attribute.startsWith('on')) page.inline.push(`${name} ${attribute}`);
      }
      if (name === 'style') page.inline.push('style element');
      if (name === 'script' && !('src' in attributes)) {
        if (attributes.type === 'application/ld+json') { inside = 'data'; page.data.push(''); }
        else page.inline.push('script element');
      }
      if (name === 'meta') page.meta.set(attributes['http-equiv'] ?? attributes.name ?? attributes.property ?? 'charset', attributes.content ?? attributes.charset);
      if (name === 'meta' && attributes.property) page.meta.set(attributes.property, attributes.content);
      if (name === 'link') {
        const rel = attributes.rel ?? '';
        if (rel === 'canonical') page.canonical = attributes.href;
        else if (rel === 'alternate' && attributes.hreflang) page.alternates.set(attributes.hreflang, attributes.href);
        else if (FETCHED_LINKS.test(rel)) page.fetched.push(attributes.href);
        else page.links.push(attributes.href);
      } else if ('href' in attributes && name !== 'use' && name !== 'image') page.links.push(attributes.href);
      if (attributes.action) page.links.push(attributes.action);
      if (FETCHED[name] && attributes[FETCHED[name]]) page.fetched.push(attributes[FETCHED[name]]);
      if (attributes.srcset) page.fetched.push(...attributes.srcset.split(',').map((one) => one.trim().split(/\s/)[0]));
    },
    ontext(piece) {
      if (inside === 'title') page.title += piece;
      if (inside === 'data') page.data[page.data.length - 1] += piece;
    },
    onclosetag() { inside = null; },
  });
  parser.write(text);
  parser.end();
  return page;
};

/** The address at which a server gives a file. */
export const address = (site, path) => new URL(path.replace(/(^|\/)index\.html$/, '$1'), site.base);

/** The file that a server gives for an address of this site; nothing when there is none. */
export const file = (site, url) => {
  if (url.origin !== site.base.origin || !url.pathname.startsWith(site.base.pathname)) return null;
  const path = decodeURIComponent(url.pathname.slice(site.base.pathname.length));
  const wanted = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  return site.files.has(wanted) ? wanted : null;
};
