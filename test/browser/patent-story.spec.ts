import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { chapters, describeInBrowser, openBrowser, openSeat } from '../support/browser.js';
import { aCompany } from '../support/companies.js';
import { anAccount } from '../support/identity.js';
import { aBody } from '../support/people.js';
import { accept, consent, introduce, offer, openIntroduction, reads, say } from './negotiation.js';
import { button, field, goTo, heading, hides, isTold, signIn, type Person } from './steps.js';

const BODY = '港南ものづくり支援センター';
const TITLE = '振動を打ち消す棚の支柱';
const INTEREST = '精密機器の保管棚に使いたいです。';
const REASON = '棚の板金と組立を一貫して行っており、試作の時期も合います。';

describeInBrowser('an open patent and its licensee', () => {
  let app: TestApp;
  let browser: Browser;
  let holder: Person;
  let licensee: Person;
  let coordinator: Person;
  const chapter = chapters(() => ({ holder, licensee, coordinator }));

  async function somebody(name: string, organisation: string, member: object): Promise<Person> {
    const { email } = await anAccount(app, { name, ...member });
    return { ...(await openSeat(browser, app.url)), name, email, organisation };
  }
  async function owner(name: string, organisation: string, bodyId: string): Promise<Person> {
    const company = { name: organisation, bodyId, isOrderer: true, isSupplier: true, prefecture: '14' };
    const { id: companyId } = await aCompany(app.resources.database, company);
    return somebody(name, organisation, { role: 'company-owner', companyId });
  }

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    const bodyId = await aBody(app.resources.database, BODY);
    holder = await owner('許田 有子', '大鳥電機株式会社', bodyId);
    licensee = await owner('棚橋 実', '有限会社棚橋板金', bodyId);
    coordinator = await somebody('仲町 結', BODY, { role: 'coordinator', bodyId });
    for (const person of [holder, licensee, coordinator]) await signIn(person);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  chapter('the holder publishes the patent without its name', async () => {
    const { page } = holder;
    await goTo(page, '開放特許');
    await page.getByRole('link', { name: '開放特許を登録する' }).click();
    await field(page, '件名').fill(TITLE);
    await field(page, '効果').fill('床の揺れを3分の1に減らします。');
    await page.getByRole('radio', { name: '双方が同意するまで非公開' }).check();
    await button(page, '下書きを保存する').click();
    await isTold(page, '下書きを保存しました。');
    await button(page, '公開する').click();
    await page.getByRole('dialog').getByRole('button', { name: '公開する' }).click();
    await isTold(page, '公開しました。');
  });

  chapter('a company shows interest, and both stay unknown to each other', async () => {
    const { page } = licensee;
    await goTo(page, '開放特許');
    await page.getByRole('link', { name: TITLE }).click();
    await heading(page, TITLE).waitFor();
    await hides(page, [holder.organisation, holder.name]);
    await button(page, '関心を伝える').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '何に使いたいか' }).fill(INTEREST);
    await dialog.getByRole('button', { name: '伝える', exact: true }).click();
    await isTold(page, '関心を伝えました。');
    await holder.page.getByRole('banner').getByRole('link', { name: 'お知らせ' }).click();
    await holder.page.getByRole('main').getByRole('link', { name: '関心' }).click();
    await holder.page.getByText(INTEREST).waitFor();
    await hides(holder.page, [licensee.organisation, licensee.name]);
  });

  chapter('the coordinator introduces it, and both consent', async () => {
    const { page } = coordinator;
    await goTo(page, '開放特許');
    await page.getByRole('link', { name: TITLE }).click();
    await introduce(page, licensee.organisation, REASON);
    for (const [person, other] of [
      [holder, licensee],
      [licensee, holder],
    ] as const) {
      await openIntroduction(person, TITLE);
      await person.page.getByText(REASON).waitFor();
      await hides(person.page, [other.organisation, other.name]);
      await consent(person);
    }
  });

  chapter('they talk and agree', async () => {
    for (const { page } of [holder, licensee]) {
      await page.getByRole('link', { name: '商談ルームを開く' }).click();
      await heading(page, TITLE).waitFor();
    }
    await say(licensee, '年に200台ほどの棚に使う見込みです。');
    await reads(holder, ['年に200台ほどの棚に使う見込みです。']);
    await offer(licensee, '条件を提示する', {
      quantity: 1,
      unitPriceYen: 600_000,
      deliveryOn: '2199-03-20',
      deliveryPlace: '本社',
      payment: '年1回 前払い',
    });
    await accept(holder, 1);
    for (const { organisation } of [holder, licensee])
      await holder.page.getByRole('article').getByText(organisation).first().waitFor();
  });

  chapter('the patent is licensed', async () => {
    for (const { page } of [holder, licensee, coordinator]) {
      await goTo(page, '開放特許');
      await page.getByRole('link', { name: TITLE }).click();
      await page.getByRole('main').getByText('許諾済み').first().waitFor();
    }
    expect([holder, licensee, coordinator].flatMap(({ problems }) => problems)).toEqual([]);
  });
});
