'use strict';
// Keeps pages for use offline: every page that was seen, and all codes of the reader's language. `site` stands above
// this line when it is published: version, root, what every page needs, and the pages to keep by language.

// Other sites may stand on the same host, each with its own.
const PAGES = `versus:${site.root}:pages`;
const ASSETS = `versus:${site.root}:assets`;
const HASHED = /\.[0-9a-f]{10}\.\w+$/;
const MOST = { [PAGES]: 1500, [ASSETS]: 60 };

const languageOf = (url) => Object.keys(site.languages).find((tag) => url.pathname.startsWith(`${site.root}${tag}/`)) ?? Object.keys(site.languages)[0];

const keep = async (name, request, response) => {
  const cache = await caches.open(name);
  await cache.put(request, response);
  const kept = await cache.keys();
  // The oldest go first.
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST[name])).map((one) => cache.delete(one)));
};

// A hashed name stands for its content, so what is kept is right for ever.
const asset = async (event) => {
  const known = await caches.match(event.request, { cacheName: ASSETS });
  if (known) return known;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(ASSETS, event.request, response.clone()));
  return response;
};

// The network first, so that a new version of the site is seen at once.
const page = async (event) => {
  try {
    const response = await fetch(event.request);
    if (response.ok && response.type === 'basic') event.waitUntil(keep(PAGES, event.request.url.split('#')[0], response.clone()));
    return response;
  } catch (error) {
    const known = await caches.match(event.request.url, { cacheName: PAGES, ignoreSearch: true });
    if (known) return known;
    if (event.request.mode !== 'navigate') throw error;
    return (await caches.match(site.languages[languageOf(new URL(event.request.url))].offline, { cacheName: PAGES })) ?? Response.error();
  }
};

// All codes of a language, once for each version, a few at a time.
const all = async (tag) => {
  const cache = await caches.open(PAGES);
  const mark = `${site.root}.kept/${tag}`;
  if (!site.languages[tag] || await (await cache.match(mark))?.text() === site.version) return;
  const waiting = [...site.languages[tag].pages];
  const worker = async () => {
    for (let path = waiting.pop(); path; path = waiting.pop()) {
      const response = await fetch(path, { cache: 'no-cache' });
      if (!response.ok) throw new Error(path);
      await cache.put(new URL(path, location.origin).href, response);
    }
  };
  await Promise.all([worker(), worker(), worker()]);
  await cache.put(mark, new Response(site.version));
};

addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const assets = await caches.open(ASSETS);
    await assets.addAll(site.shell);
    const pages = await caches.open(PAGES);
    await pages.addAll(Object.values(site.languages).map((language) => language.offline));
    await skipWaiting();
  })());
});
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('message', (event) => {
  // A connection that breaks off is no fault: the next page asks again.
  if (event.data?.keep) event.waitUntil(Promise.all([seen(event.source), all(event.data.keep)]).catch(() => {}));
});
addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin || !url.pathname.startsWith(site.root)) return;
  event.respondWith(HASHED.test(url.pathname) ? asset(event) : page(event));
});

// The first page was there before this script was.
const seen = async (client) => {
  const cache = await caches.open(PAGES);
  const url = client?.url.split('#')[0];
  if (url && !(await cache.match(url))) {
    const response = await fetch(url);
    if (response.ok) await cache.put(url, response);
  }
};
