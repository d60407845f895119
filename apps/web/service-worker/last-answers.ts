/**
 * What the venue of an event needs while its network is away: the signed-in person, the event with its day's lists and
 * own timetables, a fair with its hall. Everything else of the API is never kept.
 */
const ofAccount = [
  /^\/api\/me$/,
  /^\/api\/meeting-events\/[^/]+(\/day)?$/,
  /^\/api\/meeting-events\/[^/]+\/participants\/[^/]+\/(timetable|qr\.svg)$/,
  /^\/api\/fairs\/[^/]+(\/sessions|\/route)?$/,
];
/** What an address with a secret in it opens, and what is told to everybody. */
const ofNobody = [/^\/api\/(meeting-boards|fair-tickets)\/[^/]+(\/qr)?$/, /^\/api\/taxonomy$/];

const ACCOUNT = 'nakadachi.account';
const NOBODY = 'nakadachi.nobody';
const ME = '/api/me';
/** Kept by an earlier version, whoever it was for. */
const EARLIER = 'nakadachi-day-1';

const matches = (patterns: readonly RegExp[], { pathname }: URL): boolean =>
  patterns.some((pattern) => pattern.test(pathname));

export const isKept = (url: URL): boolean => matches(ofAccount, url) || matches(ofNobody, url);

export const isSigningInOrOut = ({ method, url }: Request): boolean =>
  method === 'POST' && new URL(url).pathname.startsWith('/api/auth/');

/** Counts the changes of hands: an answer that was asked for before one is not kept after it. */
let hands = 0;

/** Forgets all that the signed-in person was told. */
export async function forgetAccount(): Promise<void> {
  hands += 1;
  await caches.delete(ACCOUNT).catch(() => false);
}

export const hasEarlier = (): Promise<boolean> => caches.has(EARLIER).catch(() => false);
export const forgetEarlier = (): Promise<boolean> => caches.delete(EARLIER).catch(() => false);

/**
 * The network's answer; where there is none, or none within `patience` (ms), the last one of the same account. Where
 * that one has signed out, or another has signed in, there is no last one. `overtaken` gets the network's answer that
 * comes after the last one was given.
 */
export async function answeredBy(
  request: Request,
  patience: number,
  overtaken: (late: Promise<Response>) => void,
): Promise<Response> {
  const network = fromNetwork(request);
  let last: Response | undefined;
  const waited = new Promise<Response | undefined>((resolve) => {
    setTimeout(() => void lastOf(request).then((kept) => resolve((last = kept))), patience);
  });
  try {
    const first = (await Promise.race([network, waited])) ?? (await network);
    if (first === last) overtaken(network);
    return first;
  } catch (error) {
    const kept = await lastOf(request);
    if (kept) return kept;
    throw error;
  }
}

async function fromNetwork(request: Request): Promise<Response> {
  const begun = hands;
  const answer = await fetch(request);
  // A device without room keeps nothing; the answer is good all the same.
  if (answer.ok && begun === hands) await keep(request, answer.clone()).catch(() => undefined);
  // The session ended elsewhere; a visitor, who never had one, keeps what they were shown.
  if (answer.status === 401 && (await caches.match(ME, { cacheName: ACCOUNT }))) await forgetAccount();
  return answer;
}

const cacheOf = (request: Request): string => (matches(ofNobody, new URL(request.url)) ? NOBODY : ACCOUNT);

async function keep(request: Request, answer: Response): Promise<void> {
  if (new URL(request.url).pathname === ME) await forgetOthers(answer.clone());
  const cache = await caches.open(cacheOf(request));
  await cache.put(request.url, answer);
}

/** Should a session have changed hands unseen, e.g. by a cookie of another tab. */
async function forgetOthers(answer: Response): Promise<void> {
  const before = await caches.match(ME, { cacheName: ACCOUNT });
  if (!before) return;
  const [was, is] = await Promise.all([before, answer].map((one) => one.json() as Promise<{ id: string }>));
  if (was?.id !== is?.id) await forgetAccount();
}

const lastOf = (request: Request): Promise<Response | undefined> =>
  caches.match(request.url, { cacheName: cacheOf(request), ignoreVary: true }).catch(() => undefined);
