import { matchPrecache, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import {
  answeredBy,
  forgetAccount,
  forgetEarlier,
  hasEarlier,
  isKept,
  isSigningInOrOut,
} from './last-answers';

declare const self: ServiceWorkerGlobalScope;
/** The built files: written in by the build (shell-worker.ts). */
declare const SHELL: { url: string; revision: string | null }[];

/** So long (ms) a network may keep a page waiting that is here already. */
const PATIENCE = 4_000;

// The app itself: what was built together stays together until the next version takes over.
precacheAndRoute(SHELL, { directoryIndex: '' });

/** A page is the newest that the network gives, so that nobody is held at an old version; without one, the built shell. */
registerRoute(
  new NavigationRoute(
    async ({ request }) => {
      const network = fetch(request);
      const waited = new Promise<Response | undefined>((resolve) => {
        setTimeout(() => void matchPrecache('/index.html').then(resolve), PATIENCE);
      });
      try {
        return (await Promise.race([network, waited])) ?? (await network);
      } catch {
        return (await matchPrecache('/index.html')) ?? Response.error();
      }
    },
    { denylist: [/^\/api\//, /^\/(health|metrics)\b/] },
  ),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isKept(url),
  ({ request, event }) =>
    answeredBy(request, PATIENCE, (late) => event.waitUntil(late.then(tellPages, () => undefined))),
);

/** So often (ms) at most pages are told: on a slow network each reading anew is overtaken again. */
const TOLD_EACH = 30_000;
let toldAt = 0;

/** What a page was shown as the last answer is old by now: it reads again. */
async function tellPages(): Promise<void> {
  if (Date.now() - toldAt < TOLD_EACH) return;
  toldAt = Date.now();
  for (const page of await self.clients.matchAll({ type: 'window' })) page.postMessage({ type: 'kept-anew' });
}

self.addEventListener('fetch', (event) => {
  if (isSigningInOrOut(event.request)) event.respondWith(changingHands(event.request));
});

/** Nothing that one account was told is there for the next, nor what was under way while they changed. */
async function changingHands(request: Request): Promise<Response> {
  await forgetAccount();
  try {
    return await fetch(request);
  } finally {
    await forgetAccount();
  }
}

// A new version waits until the reader agrees to load it, or has loaded it anew by hand: a page asks by its own script.
self.addEventListener('message', ({ data, ports }: ExtendableMessageEvent) => {
  const asked = data as { type?: string; path?: string } | null;
  if (asked?.type === 'take-over') void self.skipWaiting();
  if (asked?.type === 'keeps') ports[0]?.postMessage(SHELL.some(({ url }) => url === asked.path));
});
// But for the worker of an earlier version: what that one kept, whoever it was for, is not to be shown to the next.
self.addEventListener('install', (event) =>
  event.waitUntil(hasEarlier().then((has) => (has ? self.skipWaiting() : undefined))),
);
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([self.clients.claim(), forgetEarlier()])),
);
