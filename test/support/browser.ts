import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from '@jest/globals';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

function onPath(program: string): string | undefined {
  const paths = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

const executablePath = onPath('chromium');
if (!executablePath) console.warn('SKIPPED: the browser tests need Chromium (Debian package chromium).');

/** `describe` where Chromium is installed; skips what is in it where not. */
export const describeInBrowser = executablePath ? describe : describe.skip;

const quiet = ['background-networking', 'component-update', 'quic', 'sync', 'gpu'];

/** `more`: further arguments of Chromium. */
export function openBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-first-run', ...quiet.map((what) => `--disable-${what}`), ...more],
  });
}

/** One person's browser: cookies and drafts of their own, one tab. */
export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page reported as broken so far: uncaught errors, and the console's errors. */
  readonly problems: string[];
}

/**
 * Without animations, so that what a test presses stands still, and without the service worker, which answers for the
 * network; `serviceWorkers`: 'allow' where it is what is tested.
 */
export async function openSeat(
  browser: Browser,
  baseURL: string,
  {
    locale = 'ja-JP',
    serviceWorkers = 'block',
  }: { locale?: string; serviceWorkers?: 'allow' | 'block' } = {},
): Promise<Seat> {
  const context = await browser.newContext({ baseURL, locale, serviceWorkers, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(rememberTold);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isExpected(message.text(), message.location().url))
      problems.push(`${message.text()} ${message.location().url}`);
  });
  return { context, page, problems };
}

/** In the page: keeps what notices said, which close by themselves after some seconds. */
function rememberTold(): void {
  const told: string[] = [];
  (window as unknown as Told).told = told;
  new MutationObserver((records) => {
    for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof Element)) continue;
      for (const alert of [node, ...node.querySelectorAll('[role="alert"]')])
        if (alert.matches('[role="alert"]')) told.push(alert.textContent);
    }
  }).observe(document, { childList: true, subtree: true });
}

interface Told {
  told: string[];
}

/** Waits until a notice says so, or has said so since it was last asked for; it need not be there any more. */
export async function wasTold(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const page = window as unknown as Told;
      const others = page.told.filter((one) => !one.includes(wanted));
      return others.length < page.told.splice(0, page.told.length, ...others).length;
    },
    text,
    { polling: 50 },
  );
}

/**
 * A visitor's page asks who is signed in and is told: nobody. Who leaves a screen before its socket was open closes it, of
 * which the browser complains.
 */
const isExpected = (text: string, url: string): boolean =>
  (text.includes('401') && url.endsWith('/api/me')) ||
  text.includes('WebSocket is closed before the connection is established');

/** Tests that build on each other: after a failure the rest fails at once, and says what the screens showed. */
export function chapters(
  seats: () => Record<string, Seat>,
): (name: string, act: () => Promise<void>) => void {
  let broken = '';
  return (name, act) =>
    it(name, async () => {
      if (broken) throw new Error(`Not tried, since "${broken}" failed.`);
      try {
        await act();
      } catch (error) {
        broken = name;
        throw new Error(`${String(error)}\n\n${await shown(seats())}`, { cause: error });
      }
    });
}

/** What is on each person's screen, as a screen reader would tell it. */
async function shown(seats: Record<string, Seat>): Promise<string> {
  const screens = Object.entries(seats).map(async ([who, { page }]) => {
    const text = await page.getByRole('document').ariaSnapshot({ timeout: 2_000 }).catch(String);
    return `${who} at ${page.url()}:\n${text}`;
  });
  return (await Promise.all(screens)).join('\n\n');
}
