import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { chapters, describeInBrowser, openBrowser, openSeat, type Seat } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { openLine } from '../support/line.js';
import { openTalks, type Talks } from '../support/negotiations.js';
import { openDeployment } from '../support/next-version.js';
import type { TestPerson } from '../support/people.js';
import { composer, outgoing, reads, say } from './negotiation.js';
import { button, isTold, type Person } from './steps.js';

describeInBrowser('a conversation', () => {
  let app: TestApp;
  let browser: Browser;
  let talks: Talks;
  let owner: Person;
  let candidate: Person;
  /** Whether the network lets messages through. */
  let blocked = false;
  const chapter = chapters(() => ({ owner, candidate }));

  async function sit({ name, email, cookie }: TestPerson): Promise<Person & Seat> {
    const seat = await openSeat(browser, app.url);
    const [key = '', value = ''] = cookie.split('=');
    await seat.context.addCookies([{ name: key, value, url: app.url }]);
    await seat.context.routeWebSocket(/socket\.io/, (socket) => {
      if (blocked) void socket.close();
      else socket.connectToServer();
    });
    await seat.context.route('**/api/rooms/*/messages', (route) =>
      blocked && route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await seat.page.goto(`/rooms/${talks.roomId}`);
    await composer(seat.page).waitFor();
    return { ...seat, name, email, organisation: '' };
  }
  const stored = async (): Promise<string[]> => {
    const rows = await app.resources.database.query<{ text: string }>(
      `select text from message where room_id = $1 and kind = 'text' order by seq`,
      [talks.roomId],
    );
    return rows.map(({ text }) => text);
  };
  const message = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    talks = await openTalks(app);
    owner = await sit(talks.owner);
    candidate = await sit(talks.candidate);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  chapter('written without a connection waits over a reload and is sent once, from two tabs', async () => {
    const { page, context } = owner as Person & Seat;
    const other: Person = { ...owner, page: await context.newPage() };
    await other.page.goto(`/rooms/${talks.roomId}`);
    await composer(other.page).waitFor();
    blocked = true;
    await context.setOffline(true);
    await say(owner, '圏外で書いた一通目');
    await say(other, '圏外で書いた二通目');
    await outgoing(other).getByText('圏外で書いた一通目').waitFor();
    await page.getByText('送信待ち').first().waitFor();
    await context.setOffline(false);
    await page.reload();
    await outgoing(owner).getByText('圏外で書いた二通目').waitFor();
    expect(await page.getByText('保存済').count()).toBe(0);
    expect(await stored()).toEqual([]);
    blocked = false;
    await other.page.reload();
    await eventually(async () =>
      expect(await stored()).toEqual(['圏外で書いた一通目', '圏外で書いた二通目']),
    );
    const texts = ['圏外で書いた一通目', '圏外で書いた二通目'];
    for (const person of [owner, other, candidate]) await reads(person, texts);
    await outgoing(owner).waitFor({ state: 'detached' });
    await other.page.close();
    // Nothing is left that would be sent again.
    await page.reload();
    await reads(owner, texts);
    expect(await stored()).toEqual(texts);
  });

  chapter('shows a text as stored, and as seen once the other side has read it', async () => {
    await say(candidate, 'FOB横浜での単価をお知らせください');
    await message(candidate.page, 'FOB横浜での単価')
      .getByText(/保存済|既読1/)
      .waitFor();
    await reads(owner, ['FOB横浜での単価をお知らせください']);
    await message(candidate.page, 'FOB横浜での単価').getByText('既読1').waitFor();
  });

  chapter('opens a word of the trade in both languages', async () => {
    const { page } = owner;
    await message(page, 'FOB横浜').getByRole('button', { name: 'FOB', exact: true }).click();
    await page.getByText('FOB (Free On Board)').waitFor();
    await page.getByText('本船渡し', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await button(page, '用語集').click();
    const drawer = page.getByRole('dialog', { name: '取引の用語集' });
    await drawer.getByRole('textbox', { name: '用語を探す' }).fill('promissory');
    await drawer.getByText('約束手形', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  chapter('answers a message and addresses somebody by name', async () => {
    const { page } = owner;
    await message(page, 'FOB横浜')
      .getByRole('button', { name: /メッセージの操作/ })
      .click();
    await page.getByRole('menuitem', { name: '返信する' }).click();
    await composer(page).pressSequentially('@仲立');
    await page.getByRole('option', { name: /仲立 次郎/ }).waitFor();
    await page.keyboard.press('Enter');
    await composer(page).pressSequentially('FOBで1,250円です');
    await button(page, '送信する').click();
    await message(candidate.page, 'FOBで1,250円です')
      .getByText('FOB横浜での単価をお知らせください')
      .waitFor();
    await app.settle();
    const rows = await app.resources.database.query(
      `select link from notification where kind = 'mentioned' and user_id = $1`,
      [talks.coordinator.id],
    );
    expect(rows).toHaveLength(1);
  });

  chapter('edits and withdraws, with what was written before still to be read', async () => {
    const { page } = owner;
    const actions = (text: string) => message(page, text).getByRole('button', { name: /メッセージの操作/ });
    await actions('FOBで1,250円です').click();
    await page.getByRole('menuitem', { name: '編集する' }).click();
    await page.getByRole('textbox', { name: 'メッセージを編集' }).fill('FOBで1,350円です');
    await button(page, '保存する').click();
    await isTold(page, 'メッセージを編集しました。');
    const edited = message(candidate.page, 'FOBで1,350円です');
    await edited.getByRole('button', { name: '編集済み' }).click();
    await candidate.page
      .getByRole('list', { name: 'このメッセージの履歴' })
      .getByText(/1,250円/)
      .waitFor();
    await actions('FOBで1,350円です').click();
    await page.getByRole('menuitem', { name: '取り消す' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '取り消す', exact: true }).click();
    await isTold(page, 'メッセージを取り消しました。');
    await candidate.page.getByText('このメッセージは取り消されました').waitFor();
  });

  chapter('is searched, and a hit leads to its place', async () => {
    const { page } = candidate;
    await button(page, '会話を検索').click();
    await page.getByRole('textbox', { name: 'このルームの会話を検索' }).fill('ｆｏｂ横浜');
    await page.getByText('1件', { exact: true }).waitFor();
    await page
      .getByRole('search')
      .getByRole('button', { name: /FOB横浜での単価/ })
      .click();
    await page.locator('li[data-sought]').getByText('FOB横浜での単価').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('ｆｏｂ横浜');
  });

  chapter(
    'has its way to the latest messages below the talk, also on a phone, where it hides none',
    async () => {
      const { page } = candidate;
      const before = page.viewportSize();
      await page.setViewportSize({ width: 390, height: 640 });
      const talk = page.getByRole('log');
      await eventually(async () => {
        await talk.evaluate((box) => box.scrollTo(0, 0));
        const [above, below] = [
          await talk.boundingBox(),
          await button(page, '最新の会話へ').boundingBox({ timeout: 1_000 }),
        ];
        expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height);
      });
      await button(page, '最新の会話へ').click();
      await button(page, '最新の会話へ').waitFor({ state: 'detached' });
      if (before) await page.setViewportSize(before);
    },
  );

  chapter('opens without a network after a reload, and sends what is written there once', async () => {
    const line = await openLine(app.url);
    const seat = await openSeat(browser, line.url, { serviceWorkers: 'allow' });
    const person: Person = { ...owner, ...seat };
    const { page } = person;
    try {
      const [key = '', value = ''] = talks.owner.cookie.split('=');
      await seat.context.addCookies([{ name: key, value, url: line.url }]);
      await page.goto(`/rooms/${talks.roomId}`);
      await composer(page).waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.reload();
      await composer(page).waitFor();
      line.cut();
      await page.reload();
      await page.getByText(/^通信できないため/).waitFor();
      await say(person, '圏外で開いて書いた');
      await outgoing(person).getByText('圏外で開いて書いた').waitFor();
      await page.reload();
      await outgoing(person).getByText('圏外で開いて書いた').waitFor();
      // What was said in the room is not kept on the device.
      const kept = () =>
        page.evaluate(async () => {
          const names = await caches.keys();
          const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
          return requests.flat().map(({ url }) => new URL(url).pathname);
        });
      expect((await kept()).filter((path) => /^\/api\/(?!taxonomy)/.test(path))).toEqual(['/api/me']);
      line.mend();
      await eventually(async () =>
        expect((await stored()).filter((text) => text === '圏外で開いて書いた')).toHaveLength(1),
      );
      await message(page, '圏外で開いて書いた')
        .getByText(/保存済|既読/)
        .waitFor();
      // Who signs out leaves nothing for the next at this device.
      await page.evaluate(() => fetch('/api/auth/sign-out', { method: 'POST' }).then(() => undefined));
      await eventually(async () => expect(await kept()).not.toContain('/api/me'));
      expect((await stored()).filter((text) => text === '圏外で開いて書いた')).toHaveLength(1);
    } finally {
      await seat.context.close();
      line.close();
    }
  });

  chapter('offers a new version to who runs the old one, and to nobody who runs it already', async () => {
    const deployment = await openDeployment(app.url);
    const { context, page } = await openSeat(browser, deployment.url, { serviceWorkers: 'allow' });
    const banner = (of: Page) => of.getByText('新しい版があります。');
    const script = (of: Page) => of.locator('script[type=module]').getAttribute('src');
    const isIdle = () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return (
          registration?.active?.state === 'activated' && !registration.waiting && !registration.installing
        );
      });
    try {
      await page.goto('/sign-in');
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await eventually(async () => expect(await isIdle()).toBe(true));
      const other = await context.newPage();
      await other.goto('/sign-in');
      deployment.deploy();
      await page.evaluate(async () => (await navigator.serviceWorker.ready).update().then(() => undefined));
      await banner(page).waitFor();
      await banner(other).waitFor();
      // Who loads the page by hand has the new one, unless the network keeps them waiting; the other tab still is the old one.
      await eventually(async () => {
        await page.reload();
        expect(await script(page)).toContain('nextone1');
      });
      await eventually(async () => expect(await isIdle()).toBe(true));
      expect(await banner(page).count()).toBe(0);
      await banner(other).waitFor();
      await button(other, '再読み込み').click();
      await eventually(async () => expect(await script(other)).toContain('nextone1'));
      expect(await banner(other).count()).toBe(0);
    } finally {
      await context.close();
      deployment.close();
    }
  });
});
