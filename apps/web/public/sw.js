// Keeps the app and the day's lists of a meeting event at hand while the venue's network is away: the network first,
// what was last read where it does not answer.
const CACHE = 'nakadachi-day-1';
const isKept = (url) =>
  url.pathname.startsWith('/assets/') ||
  /^\/api\/(meeting-events\/[^/]+(\/day)?|me|meeting-boards\/.*)$/.test(url.pathname);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const isPage = request.mode === 'navigate';
  if (!isPage && !isKept(url)) return;
  event.respondWith(networkFirst(request, isPage ? '/' : request.url));
});

async function networkFirst(request, key) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(key, answer.clone());
    // Who has signed out leaves nothing behind.
    if (answer.status === 401) await caches.delete(CACHE);
    return answer;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}
