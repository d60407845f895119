import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { attendanceApi } from '#contracts/attendance.js';
import { startApp, type TestApp } from '../support/app.js';
import { chapters, describeInBrowser, openBrowser, openSeat, type Seat } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { openTalks, type Talks } from '../support/negotiations.js';
import type { TestPerson } from '../support/people.js';

/** A camera that shows a moving picture, allowed without asking; ways over this machine alone. */
const fake = [
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--allow-loopback-in-peer-connection',
  '--auto-accept-this-tab-capture',
];

/** The ways to others that a page has opened, the latest last. */
interface Ways {
  ways: RTCPeerConnection[];
}

describeInBrowser('a call in a room', () => {
  let app: TestApp;
  let browsers: Browser[];
  let talks: Talks;
  let owner: Seat;
  let candidate: Seat;
  let coordinator: Seat;
  const chapter = chapters(() => ({ owner, candidate, coordinator }));

  async function sit(browser: Browser, { cookie }: TestPerson): Promise<Seat> {
    const seat = await openSeat(browser, app.url);
    const [key = '', value = ''] = cookie.split('=');
    await seat.context.addCookies([{ name: key, value, url: app.url }]);
    await seat.context.addInitScript(() => {
      const ways: RTCPeerConnection[] = [];
      const Real = window.RTCPeerConnection;
      window.RTCPeerConnection = class extends Real {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          ways.push(this);
        }
      };
      (window as unknown as Ways).ways = ways;
    });
    return seat;
  }
  const open = ({ page }: Seat) => page.goto(`/rooms/${talks.roomId}`);
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
  const call = (page: Page) => page.getByRole('region', { name: '通話' });
  const tile = (page: Page, { name }: TestPerson) =>
    call(page).getByRole('figure', { name: `${name}さんの映像` });

  /** Two looks at a picture: its brightness (0–255) and how much of it has changed meanwhile. */
  const look = (page: Page, of: TestPerson) =>
    tile(page, of)
      .locator('video')
      .evaluate(async (video: HTMLVideoElement) => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [64, 36];
        const context = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
        const frame = () => {
          context.drawImage(video, 0, 0, 64, 36);
          return context.getImageData(0, 0, 64, 36).data;
        };
        const first = frame();
        await new Promise((resolve) => setTimeout(resolve, 700));
        const second = frame();
        const changed = first.filter((value, i) => Math.abs(value - (second[i] ?? 0)) > 24).length;
        const brightest = second.reduce((most, value, i) => (i % 4 === 3 ? most : Math.max(most, value)), 0);
        return { changed, brightest };
      });
  const moves = (page: Page, of: TestPerson) =>
    eventually(async () => {
      const { changed, brightest } = await look(page, of);
      expect(brightest).toBeGreaterThan(60);
      expect(changed).toBeGreaterThan(5);
    });

  beforeAll(async () => {
    [app, ...browsers] = await Promise.all([startApp(), openBrowser(...fake), openBrowser(...fake)]);
    talks = await openTalks(app);
    const [one, two] = browsers as [Browser, Browser];
    owner = await sit(one, talks.owner);
    candidate = await sit(two, talks.candidate);
    coordinator = await sit(two, talks.coordinator);
  });
  afterAll(async () => {
    await Promise.all(browsers?.map((browser) => browser.close()) ?? []);
    await app?.close();
  });

  chapter('two browsers see each other’s moving picture', async () => {
    await open(owner);
    await press(owner.page, '通話を始める');
    const lobby = owner.page.getByRole('dialog');
    await lobby.getByRole('switch', { name: 'カメラ' }).waitFor();
    await lobby.getByRole('button', { name: '通話を始める' }).click();
    await call(owner.page).getByRole('timer').waitFor();
    await open(candidate);
    await press(candidate.page, '通話に参加（1人）');
    await candidate.page.getByRole('dialog').getByRole('button', { name: '参加する' }).click();
    await moves(owner.page, talks.candidate);
    await moves(candidate.page, talks.owner);
  });

  chapter('a camera that is off is off for the other, and a muted microphone says so', async () => {
    await press(owner.page, 'カメラを切る');
    await press(owner.page, 'マイクを切る');
    const seen = tile(candidate.page, talks.owner);
    await seen.getByText('マイクオフ').waitFor();
    await seen.locator('video').waitFor({ state: 'hidden' });
    await press(owner.page, 'カメラを入れる');
    await moves(candidate.page, talks.owner);
  });

  chapter('a shared screen takes the place of the camera, and gives it back', async () => {
    const seen = tile(candidate.page, talks.owner);
    const shape = () =>
      seen.locator('video').evaluate((video: HTMLVideoElement) => `${video.videoWidth}x${video.videoHeight}`);
    const camera = await shape();
    await press(owner.page, '画面を共有');
    await seen.getByText('画面を共有中').waitFor();
    await eventually(async () => expect(await shape()).not.toBe(camera));
    await press(owner.page, '共有をやめる');
    await seen.getByText('画面を共有中').waitFor({ state: 'detached' });
    await eventually(async () => expect(await shape()).toBe(camera));
    await moves(candidate.page, talks.owner);
  });

  chapter(
    'a way that is lost is sought anew (ICE restart), also by the side that does not offer',
    async () => {
      const secrets = ({ page }: Seat) =>
        page.evaluate(() => {
          const way = (window as unknown as Ways).ways.at(-1);
          const fragment = (of: RTCSessionDescription | null | undefined) =>
            /ice-ufrag:(\S+)/.exec(of?.sdp ?? '')?.[1];
          return { own: fragment(way?.currentLocalDescription), state: way?.connectionState };
        });
      const before = await Promise.all([owner, candidate].map(secrets));
      // The first to come never offers: it has to ask for it.
      await owner.page.evaluate(() => {
        const way = (window as unknown as Ways).ways.at(-1);
        if (!way) throw new Error('There is no way.');
        Object.defineProperty(way, 'connectionState', { configurable: true, get: () => 'failed' });
        way.onconnectionstatechange?.(new Event('connectionstatechange'));
        Reflect.deleteProperty(way, 'connectionState');
      });
      await eventually(async () => {
        for (const [i, seat] of [owner, candidate].entries()) {
          const now = await secrets(seat);
          expect(now.state).toBe('connected');
          expect(now.own).not.toBe(before[i]?.own);
        }
      });
      await moves(owner.page, talks.candidate);
      await moves(candidate.page, talks.owner);
    },
  );

  chapter('who may use no camera listens; a silent coordinator is seen to be there', async () => {
    const params = { id: talks.roomId };
    await app.as(talks.coordinator.cookie).ok(attendanceApi.speak, { params, body: { speaks: false } });
    await open(coordinator);
    await press(coordinator.page, /通話に参加/);
    await coordinator.page.getByRole('button', { name: '聞くだけで参加する' }).click();
    await moves(coordinator.page, talks.candidate);
    await tile(owner.page, talks.coordinator).getByText('同席・発言しない').waitFor();
    await candidate.page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await open(candidate);
    await press(candidate.page, /通話に参加/);
    const lobby = candidate.page.getByRole('dialog');
    await lobby.getByText('マイクとカメラの使用が許可されていません').waitFor();
    await lobby.getByRole('button', { name: '聞くだけで参加する' }).click();
    await moves(candidate.page, talks.owner);
  });

  chapter('a tab that is gone leaves, and the clock of the server ends the rest', async () => {
    await candidate.context.close();
    await tile(owner.page, talks.candidate).waitFor({ state: 'detached' });
    await app.resources.database.query(
      `update room_call set ends_at = now() + interval '3 seconds' where room_id = $1 and ended_at is null`,
      [talks.roomId],
    );
    for (const { page } of [owner, coordinator])
      await page.getByText('終了時刻になったため、通話は終わりました。').waitFor();
    expect([...owner.problems, ...coordinator.problems]).toEqual([]);
  });
});
