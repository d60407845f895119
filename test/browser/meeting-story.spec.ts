import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { chapters, describeInBrowser, openBrowser, openSeat } from '../support/browser.js';
import { aCompany } from '../support/companies.js';
import { eventually } from '../support/eventually.js';
import { anAccount, mailsTo } from '../support/identity.js';
import { openLine } from '../support/line.js';
import { aBody } from '../support/people.js';
import { button, field, goTo, heading, isTold, signIn, type Person } from './steps.js';

const TITLE = '臨海受発注商談会';
const NEED = '測定器の筐体';

describeInBrowser('a meeting event, from its call to the results', () => {
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
    for (const person of everybody()) await signIn(person);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

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

  chapter('the organiser plans it and opens the call', async () => {
    const { page } = organiser;
    await goTo(page, '商談会');
    await page.getByRole('link', { name: '商談会を企画する' }).first().click();
    await field(page, '名称').fill(TITLE);
    await field(page, '会場').fill('臨海会館');
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

  chapter('each side says whom it wishes to meet', async () => {
    for (const { page } of suppliers) {
      await openEvent(page);
      await part(page, '商談の希望');
      for (const { organisation } of orderers) {
        const wish = page.getByRole('radiogroup', { name: `${organisation}への希望` });
        await wish.getByText('できれば').click();
        await wish.getByRole('radio', { name: 'できれば', checked: true }).waitFor({ state: 'attached' });
      }
    }
    const { page } = one(orderers, 0);
    await openEvent(page);
    await part(page, '商談の希望');
    const refused = page.getByRole('radiogroup', { name: '妙義工業への希望' });
    await refused.getByText('見合わせ').click();
    await refused.getByRole('radio', { name: '見合わせ', checked: true }).waitFor({ state: 'attached' });
  });

  chapter('the organiser has a timetable made, moves a meeting by keyboard and publishes', async () => {
    await advance('希望を締め切り、時間割を組む', '希望を締め切りました。');
    const { page } = organiser;
    await part(page, '時間割をつくる');
    await button(page, '自動で組む').click();
    await app.settle();
    await page.getByText('5件の商談を組みました').waitFor();
    await page
      .getByRole('region', { name: '時間割' })
      .getByRole('button', { name: /赤城加工/ })
      .first()
      .press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').last().check();
    await dialog.getByRole('button', { name: 'この枠に入れる' }).press('Enter');
    await isTold(page, '時間割を変更しました。');
    await advance('時間割を公開する', '時間割を公開しました。');
  });

  chapter('every firm reads its own, and why it does not meet whom', async () => {
    const { page } = one(suppliers, 2);
    await openEvent(page);
    await part(page, '自社の時間割');
    await page.getByRole('table', { name: '商談の予定' }).getByText('西発精密').waitFor();
    await page.getByText('相手の今回の希望と合いませんでした。').waitFor();
    await page.getByRole('img', { name: '受付用のQRコード' }).waitFor();
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

  chapter('on the day the reception goes on without the network', async () => {
    await advance('開催を始める', '開催を始めました。');
    const { page, context } = organiser;
    await part(page, '当日の受付と実施');
    await button(page, '赤城加工を受付する').waitFor();
    await context.setOffline(true);
    await button(page, '赤城加工を受付する').click();
    await page.getByText('この端末に1件の記録があります').waitFor();
    await context.setOffline(false);
    await page.getByText('すべて送信済みです').waitFor();
    const [row] = await app.resources.database.query<{ n: number }>(
      'select count(*) n from meeting_participant where checked_in_at is not null',
    );
    expect(row?.n).toBe(1);
    organiser.problems.length = 0;
  });

  chapter('afterwards both sides answer by a link, and the organiser reads the results', async () => {
    await advance('終了にする', '終了しました。');
    for (const person of [one(orderers, 0), one(suppliers, 0)]) {
      const text = (await mailsTo(app, person.email)).at(-1)?.text ?? '';
      const link = /\/meeting-outcome\?token=[\w.%-]+/.exec(text)?.[0] ?? '';
      const { page } = person;
      await page.goto(link);
      const other = person === one(orderers, 0) ? '赤城加工' : '東発電機';
      const question = page.getByRole('region', { name: other });
      await question.getByRole('radio', { name: '成立', exact: true }).check();
      await question.getByRole('button', { name: '答える' }).click();
      await question.getByRole('button', { name: '答えを直す' }).waitFor();
    }
    const { page } = organiser;
    await openEvent(page);
    await part(page, '結果');
    await page.getByRole('link', { name: '成立 1件を開く' }).click();
    await page.getByText('東発電機 × 赤城加工').waitFor();
  });

  chapter('no screen reported a problem', async () => {
    expect(everybody().flatMap(({ problems }) => problems)).toEqual([]);
  });
});
