// In place of the site's service worker, which would keep pages while somebody edits them: it takes itself away, with
// what an earlier one has kept.
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  await registration.unregister();
})()));
