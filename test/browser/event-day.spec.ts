import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { toString as toQrCode } from 'qrcode';
import type { MeetingEventContent } from '#contracts/meeting-events.js';
import { FairClock } from '#fairs/fair-clock.js';
import { slotsOf } from '#fairs/meetings/slots.js';
import { startApp, type TestApp } from '../support/app.js';
import { chapters, describeInBrowser, openBrowser, openSeat } from '../support/browser.js';
import { aCompany } from '../support/companies.js';
import { eventually } from '../support/eventually.js';
import { anAccount, mailsTo } from '../support/identity.js';
import { openLine } from '../support/line.js';
import { aBody } from '../support/people.js';
import { button, choose, field, goTo, heading, isTold, signIn, type Person } from './steps.js';

const TITLE = '臨海受発注商談会';
const NEED = '測定器の筐体';
const REASON = '急な受注のため';
/** Had not registered, and has nobody with an account. */
const WALK_IN = '万座精工';

describeInBrowser(
  'a meeting event, driven on screen by its organiser, two orderers and three suppliers',
  () => {
    let app: TestApp;
    let browser: Browser;
    let organiser: Person;
    const orderers: Person[] = [];
    const suppliers: Person[] = [];
    const everybody = () => [organiser, ...orderers, ...suppliers];
    const chapter = chapters(() => Object.fromEntries(everybody().map((person) => [person.name, person])));
    const one = (people: readonly Person[], i: number): Person => {
      const person = people[i];
      if (!person) throw new Error(`There is no ${i}.`);
      return person;
    };

    async function somebody(name: string, organisation: string, member: object): Promise<Person> {
      const { email } = await anAccount(app, { name, ...member });
      return { ...(await openSeat(browser, app.url)), name, email, organisation };
    }
    async function owner(name: string, organisation: string, bodyId: string, role: object): Promise<Person> {
      const company = { name: organisation, bodyId, isOrderer: false, isSupplier: false, prefecture: '14' };
      const { id: companyId } = await aCompany(app.resources.database, { ...company, ...role });
      return somebody(name, organisation, { role: 'company-owner', companyId });
    }

    beforeAll(async () => {
      [app, browser] = await Promise.all([startApp(), openBrowser()]);
      const bodyId = await aBody(app.resources.database, '臨海ものづくり支援センター');
      organiser = await somebody('会田 場子', '臨海ものづくり支援センター', { role: 'secretary', bodyId });
      for (const name of ['東発電機', '西発精密'])
        orderers.push(await owner(`${name}の担当`, name, bodyId, { isOrderer: true }));
      for (const name of ['赤城加工', '榛名製作', '妙義工業'])
        suppliers.push(await owner(`${name}の担当`, name, bodyId, { isSupplier: true }));
      await aCompany(app.resources.database, { name: WALK_IN, bodyId, isSupplier: true, isOrderer: false });
      for (const person of everybody()) await signIn(person);
    });
    afterAll(async () => {
      await browser?.close();
      await app?.close();
    });

    const eventOf = ({ page }: Person): string => /meetings\/([\w-]{36})/.exec(page.url())?.[1] ?? '';
    /** The meeting of an orderer with a supplier, as it is stored. */
    const onlineMeeting = async (orderer: Person, supplier: Person) => {
      const [row] = await app.resources.database.query<{
        id: string;
        slot: number;
        content: MeetingEventContent;
      }>(
        `select m.id, m.slot, e.content from meeting m join meeting_event e on e.id = m.event_id
         join meeting_participant o on o.id = m.orderer_id join company oc on oc.id = o.company_id
         join meeting_participant s on s.id = m.supplier_id join company sc on sc.id = s.company_id
         where e.id = $1 and oc.name = $2 and sc.name = $3 and m.is_online and m.state <> 'cancelled'`,
        [eventOf(organiser), orderer.organisation, supplier.organisation],
      );
      const slot = row && slotsOf(row.content.days, row.content.rules).find(({ no }) => no === row.slot);
      if (!row || !slot) throw new Error('They do not meet.');
      return { meetingId: row.id, slot };
    };

    const akagi = () => one(suppliers, 0);
    /** Takes part online. */
    const myogi = () => one(suppliers, 2);

    const openEvent = async (page: Page) => {
      await goTo(page, '商談会');
      await page.getByRole('main').getByRole('link', { name: TITLE }).click();
      await heading(page, TITLE).waitFor();
    };
    const part = (page: Page, name: string) =>
      page
        .getByRole('navigation', { name: '商談会の各ページ' })
        .getByRole('link', { name, exact: true })
        .click();
    /** Takes the event to its next step and waits until it says so. */
    const advance = async (step: string, said: string) => {
      const { page } = organiser;
      await openEvent(page);
      await button(page, step).click();
      await page.getByRole('dialog').getByRole('button', { name: step, exact: true }).click();
      await isTold(page, said);
    };

    const select = async (page: Page, label: string, option: string) => {
      await page.getByRole('combobox', { name: label, exact: true }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    };

    chapter('the organiser plans it by a preset and publishes the call', async () => {
      const { page } = organiser;
      await goTo(page, '商談会');
      await page.getByRole('link', { name: '商談会を企画する' }).first().click();
      await field(page, '名称').fill(TITLE);
      await select(page, '開き方', '会場とオンライン');
      await field(page, '会場').fill('臨海会館');
      await select(page, 'よく使う進め方', '30分');
      // So few that not every wish can come true: a place that falls free is wanted.
      await page.getByLabel('発注側の上限（回）').fill('2');
      await button(page, '下書きを保存する').click();
      await isTold(page, '下書きを保存しました。');
      await advance('募集を始める', '募集を始めました。');
    });

    chapter('two orderers and three suppliers register, and are let in', async () => {
      for (const { page, name } of [...orderers, ...suppliers]) {
        await openEvent(page);
        await page.getByRole('link', { name: '参加を申し込む' }).click();
        await field(page, '参加者のお名前').fill(name);
        await field(page, 'ひとことPR').fill('よろしくお願いします');
        if (orderers.some((person) => person.name === name)) {
          await button(page, 'ニーズを加える').click();
          await field(page, '何を頼みたいか').fill(NEED);
          await field(page, '内容').fill('アルミの筐体を月に三十台、板金と塗装まで一貫でお願いしたい。');
        } else await field(page, '伝えたいこと').fill('板金と塗装を一貫して行い、十日でお届けします。');
        if (name === myogi().name) await page.getByRole('radio', { name: 'オンライン', exact: true }).check();
        await button(page, '申し込む').click();
        await isTold(page, '申し込みました。');
      }
      const { page } = organiser;
      await openEvent(page);
      await part(page, '参加企業とニーズ');
      for (const { organisation } of [...orderers, ...suppliers]) {
        await button(page, `${organisation}を承認する`).click();
        await isTold(page, `「${organisation}」の参加を承認しました。`);
      }
      await advance('希望の受付を始める', '希望の受付を始めました。');
    });

    const wish = async (page: Page, other: Person, want: '必ず' | 'できれば' | '見合わせ') => {
      const wishes = page.getByRole('radiogroup', { name: `${other.organisation}への希望` });
      await wishes.getByText(want).click();
      await wishes.getByRole('radio', { name: want, checked: true }).waitFor({ state: 'attached' });
    };

    chapter('each side says whom it wishes to meet, until the organiser closes', async () => {
      for (const { page } of [...suppliers, ...orderers]) {
        await openEvent(page);
        await part(page, '商談の希望');
      }
      for (const { page } of suppliers) for (const other of orderers) await wish(page, other, 'できれば');
      await wish(one(orderers, 0).page, akagi(), '必ず');
      await wish(one(orderers, 1).page, myogi(), '必ず');
      await wish(one(orderers, 1).page, akagi(), '見合わせ');
      await advance('希望を締め切り、時間割を組む', '希望を締め切りました。');
      const { page } = akagi();
      await page.reload();
      await page.getByText('希望の受付は終わりました。').waitFor();
    });

    const rowOf = ({ organisation }: Person) =>
      organiser.page.getByRole('region', { name: '時間割' }).getByRole('row', { name: organisation });
    /** The first time at which nobody meets anybody, counted from 0: where the draft has put the meetings is drawn. */
    const freeSlot = async (): Promise<number> => {
      const rows = await organiser.page.getByRole('region', { name: '時間割' }).getByRole('row').all();
      const taken = await Promise.all(
        rows
          .slice(1)
          .map((one) => one.getByRole('cell').evaluateAll((cells) => cells.map((cell) => cell.textContent))),
      );
      return taken[0]?.findIndex((_, slot) => taken.every((cells) => cells[slot] === '')) ?? -1;
    };

    chapter('a timetable is drafted, changed by drag and by keyboard, and published', async () => {
      const { page } = organiser;
      await part(page, '時間割をつくる');
      await button(page, '自動で組む').click();
      await app.settle();
      await page.getByText('4件の商談を組みました').waitFor();
      const row = rowOf(one(orderers, 0));
      const akagis = row.getByRole('button', { name: /赤城加工/ });
      await akagis.waitFor();
      const free = row.getByRole('cell').nth(await freeSlot());
      await akagis.hover();
      await page.mouse.down();
      const other = row.getByRole('button').filter({ hasNotText: '赤城加工' });
      await other.hover();
      await other.hover();
      await page.getByText('発注側は別の商談中です').waitFor();
      await free.hover();
      await free.hover();
      await page.getByText('空いています。').waitFor();
      await page.mouse.up();
      await isTold(page, '時間割を変更しました。');
      await free.getByRole('button', { name: /赤城加工/ }).waitFor();
      // Where nobody else meets, so that on the day there is a place beside this meeting for who walks in.
      const alone = await freeSlot();
      await rowOf(one(orderers, 1))
        .getByRole('button', { name: /妙義工業/ })
        .press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio').nth(alone).check();
      await dialog.getByRole('button', { name: 'この枠に入れる' }).press('Enter');
      await isTold(page, '時間割を変更しました。');
      await advance('時間割を公開する', '時間割を公開しました。');
    });

    const ownTimetable = async ({ page }: Person) => {
      await openEvent(page);
      await part(page, '自社の時間割');
      return page.getByRole('table', { name: '商談の予定' });
    };

    chapter('every firm reads its own timetable, and why it does not meet whom', async () => {
      const [east, west] = [one(orderers, 0), one(orderers, 1)];
      const expected: [Person, string][] = [
        [east, '赤城加工'],
        [west, '妙義工業'],
        [akagi(), '東発電機'],
        [one(suppliers, 1), '西発精密'],
        [myogi(), '西発精密'],
      ];
      for (const [person, other] of expected)
        await (await ownTimetable(person)).getByRole('link', { name: other }).waitFor();
      await akagi().page.getByText('相手の今回の希望と合いませんでした。').waitFor();
      // In the hall one goes to one's table, also where the other is called.
      const inTheHall = (await ownTimetable(west)).getByRole('row', { name: /妙義工業/ });
      await inTheHall.getByText(/^テーブル\d+（オンライン）$/).waitFor();
      const called = (await ownTimetable(myogi())).getByRole('row', { name: /西発精密/ });
      await called.getByText('オンライン', { exact: true }).waitFor();
    });

    chapter('a firm opens its own again where there is no network', async () => {
      const { page: signedIn, context } = one(suppliers, 2);
      const line = await openLine(app.url);
      const seat = await openSeat(browser, line.url, { serviceWorkers: 'allow' });
      try {
        await seat.context.addCookies(await context.cookies());
        const { pathname } = new URL(signedIn.url());
        expect(pathname).toContain('/timetable/');
        await seat.page.goto(pathname);
        const meetings = seat.page.getByRole('table').first();
        await meetings.waitFor();
        await seat.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
        await seat.page.reload();
        await meetings.waitFor();
        const shown = await meetings.innerText();
        line.cut();
        await seat.page.reload();
        await eventually(async () => expect(await meetings.innerText()).toBe(shown));
      } finally {
        await seat.context.close();
        line.close();
      }
    });

    chapter('a supplier cancels, and its place goes to one that had wished for it', async () => {
      const { page } = akagi();
      await openEvent(page);
      await page.getByRole('link', { name: '申込内容とPRシートを見る' }).click();
      await button(page, '参加を取り下げる').click();
      await page.getByRole('dialog').getByRole('textbox').fill(REASON);
      await page.getByRole('dialog').getByRole('button', { name: '参加を取り下げる', exact: true }).click();
      await isTold(page, '参加を取り下げました。');
      const east = await ownTimetable(one(orderers, 0));
      await east
        .getByRole('row', { name: /赤城加工/ })
        .getByText('参加の取り下げによる')
        .waitFor();
      await openEvent(organiser.page);
      await part(organiser.page, '当日の受付と実施');
      await button(organiser.page, '空いた枠を埋める（1件）').click();
      const dialog = organiser.page.getByRole('dialog');
      await dialog.getByText('希望がありこの時間に参加できる唯一の企業').waitFor();
      await dialog.getByRole('button', { name: '空いた枠を埋める（1件）' }).click();
      await isTold(organiser.page, '1件の商談を入れました。');
      const filled = await ownTimetable(one(orderers, 0));
      for (const { organisation } of suppliers.slice(1))
        await filled.getByRole('link', { name: organisation }).waitFor();
    });

    chapter('a table falls away, and what is left is planned anew with the fewest moves', async () => {
      const { page } = organiser;
      await part(page, '公開した時間割');
      const was = await rowOf(one(orderers, 0))
        .getByText(/^テーブル\d+$/)
        .first()
        .innerText();
      await choose(page, '使えなくなったテーブル', was);
      await page.keyboard.press('Escape');
      await button(page, '案を見る').click();
      await page.getByText('ほかの枠へ動かす商談はありません。').waitFor();
      await page.getByText(`${was} →`).first().waitFor();
      await button(page, 'この案を反映する').click();
      await page.getByRole('dialog').getByRole('button', { name: 'この案を反映する' }).click();
      await isTold(page, '時間割に反映しました。');
      await rowOf(one(orderers, 0)).getByText(was, { exact: true }).first().waitFor({ state: 'detached' });
    });

    chapter('on the day firms are received by their codes, also without the network', async () => {
      await advance('開催を始める', '開催を始めました。');
      const west = one(orderers, 1);
      await ownTimetable(west);
      const code = west.page.getByRole('img', { name: '受付用のQRコード' });
      const [, eventId, participantId] =
        /meetings\/([\w-]+)\/timetable\/([\w-]+)/.exec(west.page.url()) ?? [];
      const link = `${app.resources.config.http.publicUrl}/meetings/${eventId}/day?firm=${participantId}`;
      const shown = await code.evaluate(async (image: HTMLImageElement) => (await fetch(image.src)).text());
      // What a telephone reads in it: no decoder is at hand, so the code of this very address is made again.
      expect(shown).toBe(await toQrCode(link, { type: 'svg', margin: 2 }));
      const { page, context } = organiser;
      await page.goto(link.slice(app.resources.config.http.publicUrl.length));
      await button(page, '西発精密を受付する').click();
      await button(page, '西発精密の受付を取り消す').waitFor();
      await page.getByLabel(/^企業名・お名前/).fill('');
      await context.setOffline(true);
      await button(page, '榛名製作を受付する').click();
      await page.getByText('この端末に1件の記録があります').waitFor();
      await context.setOffline(false);
      await page.getByText('すべて送信済みです').waitFor();
      // Nobody waits for the firm that takes part by a call; it is found where it comes after all.
      await page.getByText('3社のうち2社が到着').waitFor();
      expect(await button(page, '妙義工業を受付する').count()).toBe(0);
      await page.getByLabel(/^企業名・お名前/).fill('妙義');
      await button(page, '妙義工業を受付する').waitFor();
      await page.getByLabel(/^企業名・お名前/).fill('');
      const lost = organiser.problems.splice(0);
      // Of that time it reports what it could not send, and what it reads again on this screen; nothing else.
      const paths = String.raw`day|refill|participants/[-\w]{36}/check-in`;
      const expected = new RegExp(
        `^Failed to load resource: net::ERR_INTERNET_DISCONNECTED ${app.url}/api/meeting-events/${eventId}/(${paths})$`,
      );
      expect(lost.filter((problem) => !expected.test(problem))).toEqual([]);
      expect(lost.filter((problem) => problem.endsWith('/check-in'))).not.toEqual([]);
    });

    chapter('the two firms of an online meeting enter its room, where its time runs', async () => {
      const [west, other] = [one(orderers, 1), myogi()];
      const { meetingId, slot } = await onlineMeeting(west, other);
      // The day is in a month: the event's clock is put into the meeting, and the meeting's time in the room to now.
      const until = new Date(slot.endsAt);
      const from = new Date(Date.parse(slot.startsAt) + 60_000);
      app.app
        .get(FairClock, { strict: false })
        .runFast([eventOf(organiser)], { from, until, seconds: (+until - +from) / 2_000 });
      await app.resources.database.query(
        `update appointment set starts_at = now() - interval '1 minute', ends_at = now() + interval '29 minutes'
         where source_id = $1`,
        [meetingId],
      );
      for (const [person, { organisation }] of [
        [west, other],
        [other, west],
      ] as const) {
        const { page } = person;
        await page.reload();
        const door = { name: `面談ルームに入る：${organisation}` };
        await (await ownTimetable(person)).getByRole('link', door).click();
        const note = page.getByRole('region', { name: '面談の時間' });
        await note.getByText('面談の時間です。').waitFor();
        await note.getByText(TITLE).waitFor();
        const timer = note.getByRole('timer');
        const shown = await timer.innerText();
        expect(shown).toMatch(/2\d:\d\d/);
        await eventually(async () => expect(await timer.innerText()).not.toBe(shown));
      }
    });

    chapter(
      'the organiser notes who came, and lets in who walks in, as the screen at the entrance shows',
      async () => {
        const [east, west] = [one(orderers, 0), one(orderers, 1)];
        const { page } = organiser;
        await openEvent(page);
        await part(page, '参加企業とニーズ');
        await button(page, '代理で登録する').click();
        const dialog = page.getByRole('dialog');
        await choose(page, '企業', WALK_IN);
        await field(page, '参加者のお名前').fill('草津 湯子');
        await dialog.getByRole('button', { name: '登録する', exact: true }).click();
        await isTold(page, `「${WALK_IN}」を登録しました。`);
        await button(page, `${WALK_IN}を承認する`).click();
        await isTold(page, `「${WALK_IN}」の参加を承認しました。`);
        await part(page, '当日の受付と実施');
        await button(page, '商談を加える').click();
        await choose(page, '発注側', east.organisation);
        await choose(page, '受注側', WALK_IN);
        await button(page, '枠を選ぶ').click();
        const { slot } = await onlineMeeting(west, myogi());
        await dialog
          .getByRole('radio')
          .nth(slot.no - 1)
          .check();
        await dialog.getByRole('button', { name: '承知のうえで入れる' }).click();
        await isTold(page, '時間割を変更しました。');
        const note = async (pair: string, state: '実施' | '欠席') => {
          const states = page.getByRole('radiogroup', { name: `${pair}の実施` });
          while (await button(page, '前の枠').isEnabled()) await button(page, '前の枠').click();
          while (!(await states.isVisible())) await button(page, '次の枠').click();
          await states.getByText(state).click();
          await states.getByRole('radio', { name: state, checked: true }).waitFor({ state: 'attached' });
        };
        await page.getByText(`東発電機 × ${WALK_IN}`).waitFor();
        await note('西発精密 × 妙義工業', '実施');
        await note('西発精密 × 榛名製作', '欠席');
        await page.getByText('すべて送信済みです').waitFor();
        const path = await page.getByRole('link', { name: '会場の画面を開く' }).getAttribute('href');
        const entrance = await openSeat(browser, app.url);
        await entrance.page.goto(path ?? '');
        const now = entrance.page.getByRole('region', { name: /^ただいまの商談/ });
        for (const { organisation } of [east, west, myogi()]) await now.getByText(organisation).waitFor();
        await now.getByText(WALK_IN).waitFor();
        expect(entrance.problems).toEqual([]);
        await entrance.context.close();
      },
    );

    chapter('afterwards both sides answer by a link, and the organiser reads the results', async () => {
      await advance('終了にする', '終了しました。');
      const pair = [one(orderers, 1), myogi()] as const;
      for (const [i, { page, email }] of pair.entries()) {
        const links = (await mailsTo(app, email)).flatMap(
          ({ text }) => /\/meeting-outcome\?token=[\w.%-]+/.exec(text) ?? [],
        );
        await page.goto(links.at(-1) ?? '');
        const question = page.getByRole('region', { name: pair[1 - i]?.organisation ?? '' });
        await question.getByRole('radio', { name: '成立', exact: true }).check();
        await question.getByRole('button', { name: '答える' }).click();
        await question.getByRole('button', { name: '答えを直す' }).waitFor();
      }
      const { page } = organiser;
      await openEvent(page);
      for (const figure of [
        '商談の予定 3件',
        '実施した商談 1件',
        '欠席 1件',
        '取りやめた商談 1件',
        '取り下げ 1件',
      ])
        await page.getByRole('link', { name: `${figure}を開く` }).waitFor();
      await part(page, '結果');
      await page.getByRole('link', { name: '成立 1件を開く' }).click();
      await page.getByText('西発精密 × 妙義工業').waitFor();
      // Who came can still be noted, and what cannot be done any more is said.
      await part(page, '当日の受付と実施');
      await page.getByText('商談会は終了しました').waitFor();
      expect(await button(page, '商談を加える').count()).toBe(0);
      await button(page, '東発電機の来場を記録する').click();
      await button(page, '東発電機の来場の記録を取り消す').waitFor();
      await page.getByText('4社のうち3社が到着').waitFor();
    });

    chapter('no screen reported a problem', async () => {
      expect(everybody().flatMap(({ problems }) => problems)).toEqual([]);
    });
  },
);
