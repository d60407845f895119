import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { chapters, describeInBrowser, openBrowser, openSeat } from '../support/browser.js';
import { anAccount, lastMailed, mailsTo } from '../support/identity.js';
import { aBody } from '../support/people.js';
import {
  composer,
  accept,
  consent,
  introduce,
  outgoing,
  offer,
  openIntroduction,
  reads,
  say,
} from './negotiation.js';
import { eventually } from '../support/eventually.js';
import {
  addProcess,
  approve,
  button,
  choose,
  compose,
  field,
  goTo,
  heading,
  hides,
  isTold,
  registerCompany,
  signIn,
  signUp,
  type Person,
} from './steps.js';

const BODY = '港南ものづくり支援センター';
const TITLE = '検査装置用の流路ブロックの試作';
const REASON = '同じ材質の流路部品を長く手がけており、公差にも余裕があります。';
/** Lists and details where the other side's name could slip out before both have consented. */
const BEFORE_CONSENT = ['ホーム', '発注案件', '紹介', '商談ルーム'];

describeInBrowser('from sign-up to agreement', () => {
  let app: TestApp;
  let browser: Browser;
  let orderer: Person;
  let supplier: Person;
  let coordinator: Person;
  const chapter = chapters(() => ({ orderer, supplier, coordinator }));

  const somebody = async (name: string, email: string, organisation: string): Promise<Person> => ({
    ...(await openSeat(browser, app.url)),
    ...{ name, email, organisation },
  });

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    const bodyId = await aBody(app.resources.database, BODY);
    orderer = await somebody('沖田 発子', 'okita@example.test', '瀬戸重機株式会社');
    supplier = await somebody('磯部 受太', 'isobe@example.test', '有限会社磯部精工');
    coordinator = await somebody('仲町 結', 'nakamachi@example.test', BODY);
    const { name, email } = coordinator;
    await anAccount(app, { role: 'coordinator', bodyId, name, email });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  chapter(
    'the orderer and the supplier sign up by the mailed link and register their companies',
    async () => {
      await Promise.all([signUp(app, orderer), signUp(app, supplier)]);
      await registerCompany(orderer, { prefecture: '東京都', body: BODY, orders: true, supplies: false });
      await registerCompany(supplier, { prefecture: '神奈川県', body: BODY, orders: false, supplies: true });
    },
  );

  chapter('the coordinator lets both companies in', async () => {
    await signIn(coordinator);
    await approve(coordinator, orderer.organisation);
    await approve(coordinator, supplier.organisation);
    await coordinator.page.getByText('承認待ちの企業はありません').waitFor();
  });

  chapter('the supplier says what it can make', async () => {
    const { page } = supplier;
    await goTo(page, '自社の情報');
    await page.getByRole('link', { name: '編集する' }).click();
    await addProcess(page, {
      name: '5軸加工',
      tolerance: 0.005,
      size: [400, 300, 250],
      lotFrom: 1,
      lotTo: 500,
    });
    await choose(page, '扱う材料', 'SUS316L');
    await field(page, 'ひとこと紹介').fill('ステンレスの精密切削。深穴と交差穴が得意です。');
    await button(page, '保存する').click();
    await isTold(page, '保存しました。');
    await page.getByText('±0.005mm').waitFor();
  });

  chapter('the orderer writes an order with requirements and publishes it', async () => {
    const { page } = orderer;
    await page.getByRole('link', { name: '案件を登録する' }).click();
    await field(page, '件名').fill(TITLE);
    await field(page, '内容').fill(
      '分析装置に使う流路ブロックです。交差穴のバリが残らないことを大切にしています。',
    );
    const add = page.getByRole('group', { name: '条件を加える' });
    await add.getByRole('button', { name: '加工・工程' }).click();
    await choose(page, '加工・工程', '5軸加工');
    await add.getByRole('button', { name: '材料' }).click();
    await choose(page, '材料', 'SUS316L');
    await add.getByRole('button', { name: '公差' }).click();
    await field(page, '公差').focus();
    await compose(page, '０．０１');
    await eventually(async () => expect(await field(page, '公差').inputValue()).toBe('±0.01mm'));
    await button(page, '下書きを保存する').click();
    await isTold(page, '下書きを保存しました。');
    await button(page, '公開する').click();
    await page.getByRole('dialog').getByRole('button', { name: '公開する' }).click();
    await isTold(page, '公開しました。');
  });

  chapter(
    'the supplier appears as a candidate, with reasons and, to the orderer, without its name',
    async () => {
      const { page } = orderer;
      await page.getByRole('link', { name: '候補を見る' }).click();
      await page.getByText('候補1').waitFor();
      await page.getByText('公差 0.01mm に対し ±0.005mm 対応').waitFor();
      await hides(page, [supplier.organisation, supplier.name]);
    },
  );

  chapter('the coordinator introduces the supplier with a reason', async () => {
    const { page } = coordinator;
    await goTo(page, '発注案件');
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('link', { name: '候補を見る' }).click();
    await page.getByText('公差 0.01mm に対し ±0.005mm 対応').waitFor();
    await introduce(page, supplier.organisation, REASON);
  });

  chapter('before both consent, neither side learns who the other is', async () => {
    for (const [person, other] of [
      [orderer, supplier],
      [supplier, orderer],
    ] as const) {
      const words = [other.organisation, other.name, other.email];
      for (const screen of BEFORE_CONSENT) {
        await goTo(person.page, screen);
        await hides(person.page, words);
      }
      await openIntroduction(person, TITLE);
      await person.page.getByText(REASON).waitFor();
      await hides(person.page, words);
      const mails = await mailsTo(app, person.email);
      for (const word of words) expect(JSON.stringify(mails)).not.toContain(word);
    }
  });

  chapter('both consent, and the room opens for both', async () => {
    await consent(orderer);
    await hides(supplier.page, [orderer.organisation, orderer.name]);
    await consent(supplier);
    for (const { page } of [orderer, supplier]) {
      await page.getByRole('link', { name: '商談ルームを開く' }).click();
      await heading(page, TITLE).waitFor();
      await page
        .getByText('秘密にしたい図面は、双方が「秘密保持の確認書」に承諾してから見せ合えます。')
        .waitFor();
    }
    await orderer.page.getByText(supplier.organisation).first().waitFor();
    await supplier.page.getByText(orderer.organisation).first().waitFor();
  });

  const said: string[] = [];
  const bothRead = async (...texts: string[]) => {
    said.push(...texts);
    await Promise.all([orderer, supplier].map((person) => reads(person, said)));
  };

  chapter('messages arrive both ways without a reload', async () => {
    await say(orderer, 'はじめまして。交差穴の実績を教えてください。');
    await bothRead('はじめまして。交差穴の実績を教えてください。');
    await say(supplier, '直径3mm、深さ100mmまで実績があります。');
    await bothRead('直径3mm、深さ100mmまで実績があります。');
  });

  chapter('a reload in mid-negotiation keeps the draft and the whole history', async () => {
    await composer(orderer.page).fill('書きかけの文章です');
    await orderer.page.reload();
    await bothRead();
    expect(await composer(orderer.page).inputValue()).toBe('書きかけの文章です');
    await say(orderer, '書きかけの文章を書き終えました。');
    await bothRead('書きかけの文章を書き終えました。');
  });

  chapter('a message written without a connection arrives once it is back, exactly once', async () => {
    const [unsent, meanwhile] = ['電波の届かない所で書きました。', 'その間に送りました。'];
    await supplier.context.setOffline(true);
    await say(supplier, unsent);
    await outgoing(supplier).getByText('送信待ち').waitFor();
    await say(orderer, meanwhile);
    await reads(orderer, [...said, meanwhile], [unsent]);
    await reads(supplier, [...said, unsent], [meanwhile]);
    await supplier.context.setOffline(false);
    await bothRead(meanwhile, unsent);
    await outgoing(supplier).waitFor({ state: 'detached' });
    // What the browser reported of the connection is as it should be.
    supplier.problems.length = 0;
  });

  chapter('an offer, a counter-offer and its acceptance', async () => {
    await offer(supplier, '条件を提示する', {
      quantity: 50,
      unitPriceYen: 42_000,
      deliveryOn: '2199-03-20',
      deliveryPlace: '瀬戸工場',
      payment: '月末締め 翌月末払い',
    });
    await orderer.page.getByRole('article', { name: '第1回' }).getByText('2,100,000円').first().waitFor();
    await offer(orderer, '別の条件を提示する', { unitPriceYen: 38_000 });
    await supplier.page.getByRole('article', { name: '第2回' }).getByText('1,900,000円').first().waitFor();
    await accept(supplier, 2);
  });

  chapter('both sides have the agreement, as a page and as PDF', async () => {
    await orderer.page.getByRole('link', { name: '合意書を見る' }).first().click();
    for (const { page } of [orderer, supplier]) {
      await heading(page, /^合意書 第.+号$/).waitFor();
      const sheet = page.getByRole('article');
      for (const text of [orderer.organisation, supplier.organisation, '1,900,000円', '瀬戸工場'])
        await sheet.getByText(text).first().waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'PDFを保存する' }).click(),
      ]);
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
  });

  const openRecord = async ({ page }: Person) => {
    await goTo(page, '商談ルーム');
    await page.getByRole('main').getByRole('link', { name: TITLE }).click();
    await page.getByRole('tab', { name: '記録' }).click();
  };

  chapter('minutes are drafted from what was decided, and confirmed by both', async () => {
    await openRecord(orderer);
    await button(orderer.page, '議事録の案を作る').click();
    await isTold(orderer.page, '議事録の案を作りました。');
    await openRecord(supplier);
    for (const { page } of [orderer, supplier]) {
      const minutes = page.getByRole('region', { name: '第1号' });
      await minutes
        .getByText(/1,900,000円/)
        .first()
        .waitFor();
      await minutes.getByRole('button', { name: '確認する' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '確認する' }).click();
      await isTold(page, '確認しました。');
    }
    for (const { page } of [orderer, supplier])
      await page.getByRole('region', { name: '第1号' }).getByText('確定').first().waitFor();
  });

  chapter('both sign with a mailed code, and anybody can tell that the agreement is unaltered', async () => {
    for (const { page, email } of [orderer, supplier]) {
      await page.getByText('署名には、登録のメールアドレスに届く6桁の確認コードを使います。').waitFor();
      await page.getByRole('link', { name: '内容を確認して署名する' }).click();
      await button(page, '確認コードを送る').click();
      await isTold(page, '確認コードをメールで送りました。');
      await field(page, '確認コード（6桁）').fill(await lastMailed(app, email, /^(\d{6})$/m));
      await button(page, '署名する').click();
      await isTold(page, '署名しました。');
    }
    const { page } = supplier;
    await page.getByText('双方の署名がそろいました。').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'PDFを保存する' }).click(),
    ]);
    await page.goto('/verify');
    await page.locator('input[type="file"]').setInputFiles({
      ...{ name: '合意書.pdf', mimeType: 'application/pdf' },
      buffer: await readFile(await download.path()),
    });
    await page.getByText('改変はありません').waitFor();
    // What was found of one file does not stand beside another that cannot be read.
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '別.pdf', mimeType: 'application/pdf', buffer: Buffer.from('別') });
    await page.getByText('ファイルが壊れています').waitFor();
    expect(await page.getByText('改変はありません').count()).toBe(0);
    supplier.problems.length = 0;
  });

  chapter('the board and the dashboard of the coordinator show the deal', async () => {
    const { page } = coordinator;
    await goTo(page, '案件ボード');
    const agreed = page.getByRole('region', { name: '成立 1件' });
    await agreed.getByRole('link', { name: TITLE }).waitFor();
    await agreed.getByText(`${orderer.organisation} → ${supplier.organisation}`).waitFor();
    await agreed.getByText('1,900,000円').waitFor();
    await goTo(page, '集計');
    await page.getByRole('link', { name: '成約金額 1,900,000円' }).waitFor();
    await page.getByRole('link', { name: '成約 1件' }).click();
    await page.getByRole('main').getByText(TITLE).waitFor();
  });

  chapter('nothing broke in any browser', async () => {
    expect([orderer, supplier, coordinator].flatMap(({ problems }) => problems)).toEqual([]);
  });
});
