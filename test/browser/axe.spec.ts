import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { describeInBrowser, openBrowser, openSeat, type Seat } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { playADay } from './a-day.js';
import { seedDemonstration, type Demonstration, type Viewer } from './demonstration.js';
import { declaredRoutes, screens } from './screens.js';

const languages = [
  { language: 'ja', locale: 'ja-JP' },
  { language: 'en', locale: 'en-GB' },
] as const;
const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };
const sizes = [desk, phone];

/** The first words of all keys, in the languages' files: a text that begins so and goes on with a dot is a bare key. */
const keyGroups = readdirSync('apps/web/src/locales/ja').flatMap((file) => {
  const texts = JSON.parse(readFileSync(`apps/web/src/locales/ja/${file}`, 'utf8')) as object;
  return Object.entries(texts).flatMap(([key, value]) => (typeof value === 'object' ? [key] : []));
});
const bareText = new RegExp(
  `\\{\\{|(?<![\\w@.-])(?:${[...new Set(keyGroups)].join('|')})\\.[a-z][\\w.-]*`,
  'g',
);

describeInBrowser('every screen', () => {
  let app: TestApp;
  let browser: Browser;
  let demonstration: Demonstration;
  const addressOf = (path: string) =>
    path.replace(/:(\w+)/g, (_, name: string) => {
      const value = demonstration.names[name];
      if (!value) throw new Error(`The demonstration has no ${name}.`);
      return value;
    });

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    demonstration = await seedDemonstration(app);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('has a demonstration day to show, which ran by itself to its end', async () => {
    const { fairId, ...figures } = await playADay(app, demonstration.cookies.secretary);
    demonstration.names['day'] = fairId;
    expect(figures).toEqual({
      ...{ state: 'finished', fair: 'finished', meetings: 'finished' },
      ...{ visitors: 24, visits: true, talks: 12, talkLines: 24, leads: true },
      ...{ questions: 7, answered: 3, votes: true, polls: 3 },
      ...{ firmsHere: 18, absent: 1, noShows: 1, walkIns: 1, stillPlanned: 0 },
      ...{ refills: true, outcomes: true, dealsOfBoth: true },
    });
  });

  async function openSeatOf(viewer: Viewer, locale: string): Promise<Seat> {
    const seat = await openSeat(browser, app.url, { locale });
    await seat.context.addInitScript(axe.source);
    const [name = '', value = ''] = (demonstration.cookies[viewer] ?? '').split('=');
    if (name) await seat.context.addCookies([{ name, value, url: app.url }]);
    return seat;
  }

  it('of the web app is looked at', () => {
    expect([...new Set(screens.map(({ route }) => route))].sort()).toEqual(declaredRoutes().sort());
  });

  // What is wider than its window depends on both, the words and the width; what axe finds hardly does, and it takes
  // longest: it looks at each screen once at each width and once in each language.
  describe.each(languages)('in $language', ({ language, locale }) => {
    const turn = languages.findIndex((one) => one.language === language);
    const seats = new Map<Viewer, Seat>();
    const shown = new Map<Viewer, string>();
    beforeAll(async () => {
      await app.resources.database.query('update app_user set language = $1', [language]);
    });
    afterAll(async () => {
      for (const seat of seats.values()) await seat.context.close();
    });

    const looks = screens
      .flatMap(({ route, path = route, viewers }) => viewers.map((viewer) => ({ route, path, viewer })))
      .map((look, i) => ({ ...look, withAxe: sizes[(i + turn) % sizes.length] }));
    it.each(looks)('$path for $viewer', async ({ route, path, viewer, withAxe }) => {
      const seat = seats.get(viewer) ?? (await openSeatOf(viewer, locale));
      seats.set(viewer, seat);
      const { page, problems } = seat;
      problems.length = 0;
      await page.setViewportSize(desk);
      // Each screen has to open both ways: by its address, and from within the app, which loads nothing anew.
      if (turn === 0 || [undefined, route].includes(shown.get(viewer))) await page.goto(addressOf(path));
      else await openFromWithin(page, addressOf(path));
      shown.set(viewer, route);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await isRead(page, language);
        // Right after its window has changed, a page is still laid out for the one before.
        await eventually(async () => expect(await tooWide(page, size.width)).toEqual([]));
        const seen = [...(await bareTexts(page)), ...(await cutOff(page))];
        const found = [...seen, ...(size === withAxe ? await barriers(page) : [])];
        expect(found.map((one) => `${size.width} px: ${one}`)).toEqual([]);
      }
      expect(problems).toEqual([]);
    });
  });
});

/** Goes to another screen as a link does, and waits until the title is no longer that of the screen before. */
async function openFromWithin(page: Page, path: string): Promise<void> {
  const before = await page.getByRole('heading', { level: 1 }).elementHandle();
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await before?.waitForElementState('hidden');
}

/** Waits until the screen has its title and nothing is loading. */
async function isRead(page: Page, language: string): Promise<void> {
  const loading = page.getByRole('status', { name: language === 'ja' ? '読み込んでいます' : 'Loading' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await eventually(async () => expect(await loading.count()).toBe(0));
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: { readonly html: string; readonly failureSummary: string }[];
}

/** What keeps some people out, as axe finds it: serious and critical. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<{ violations: Violation[] }>(
    // Without fetching every style sheet again: no rule that is run reads them.
    "axe.run(document, { resultTypes: ['violations'], preload: false })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`));
}

/** Keys without their text, and texts without their values; addresses of pages and people look like keys and are left out. */
async function bareTexts(page: Page): Promise<string[]> {
  const lines = (await page.getByRole('document').ariaSnapshot()).split('\n');
  return lines.filter((line) => !line.includes('/url:')).flatMap((line) => line.match(bareText) ?? []);
}

/** What makes the page wider than the window, or that it has not got that window yet. */
const tooWide = (page: Page, width: number): Promise<string[]> =>
  page.evaluate<string[]>(`innerWidth !== ${width} ? [innerWidth + ' px'] :
    document.scrollingElement.scrollWidth <= innerWidth ? [] :
    [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > innerWidth)
      .map((e) => e.getBoundingClientRect().right + ' ' + e.outerHTML.slice(0, 160))`);

/** Controls of which a side is cut off by what they stand in, where nothing scrolls to them. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate<
    string[]
  >(`[...document.querySelectorAll('main :is(a, button, input, select, textarea, label)')]
    .filter((control) => {
      const { left, right, width, height } = control.getBoundingClientRect();
      if (width < 4 || height < 4) return false;
      for (let box = control.parentElement; box && box !== document.body; box = box.parentElement) {
        const { overflowX, position } = getComputedStyle(box);
        if (overflowX === 'auto' || overflowX === 'scroll') return false;
        const edge = box.getBoundingClientRect();
        if (overflowX !== 'visible' && edge.width >= 4 && (right > edge.right + 2 || left < edge.left - 2)) return true;
        if (position === 'fixed') return false;
      }
      return false;
    })
    .map((control) => 'cut off: ' + control.outerHTML.slice(0, 160))`);
