import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { companiesApi, processCapability } from '#contracts/companies.js';
import { searchApi } from '#contracts/search.js';
import { SearchProjection } from '#search/index.js';
import { startApp, type TestApp } from '../support/app.js';
import { chapters, describeInBrowser, openBrowser, openSeat } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { aCompany } from '../support/companies.js';
import { anAccount } from '../support/identity.js';
import { button, field, heading, isTold, signIn, type Person } from './steps.js';

describeInBrowser('the search', () => {
  let app: TestApp;
  let browser: Browser;
  let person: Person;
  let companyId: string;
  const chapter = chapters(() => ({ person }));

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), openBrowser()]);
    const { database } = app.resources;
    const processes = [processCapability.parse({ code: 'turning' })];
    companyId = (await aCompany(database, { name: '探索工業', prefecture: '14', processes })).id;
    for (const [name, prefecture, summary] of [
      ['高井精密', '14', 'チタンの精密切削'],
      ['北山板金', '01', '大型筐体の板金'],
      ['南洋切削', '47', 'アルミの切削'],
    ] as const)
      await aCompany(database, { name, prefecture, summary });
    await app.app.get(SearchProjection, { strict: false }).repair();
    const name = '探 見子';
    const { email } = await anAccount(app, { name, role: 'company-owner', companyId });
    person = { ...(await openSeat(browser, app.url)), name, email, organisation: '探索工業' };
    await signIn(person);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  const shown = (title: string) => person.page.getByRole('main').getByRole('link', { name: title });

  chapter('"/" leads to the box, which shows hits while one types', async () => {
    const { page } = person;
    await page.keyboard.press('/');
    await page.keyboard.type('せっさく');
    await page.getByRole('option', { name: 'すべての結果を見る' }).waitFor();
    await page.getByRole('combobox', { name: '全体から検索' }).fill('切削');
    await page.getByRole('option', { name: '南洋切削' }).waitFor();
    await page.keyboard.press('Enter');
    await heading(page, '検索').waitFor();
    await shown('高井精密').waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('切削');
    expect(await page.getByRole('main').locator('mark').first().textContent()).toBe('切削');
  });

  chapter('a filter narrows it, in the address too; the map does the same', async () => {
    const { page } = person;
    await page.getByRole('checkbox', { name: /沖縄県/ }).check();
    await shown('高井精密').waitFor({ state: 'detached' });
    await shown('南洋切削').waitFor();
    expect(page.url()).toContain('prefecture=47');
    await button(page, '地図を表示').click();
    await page.getByRole('button', { name: /^神奈川/ }).click();
    await page.getByRole('button', { name: /^沖縄/ }).click();
    await shown('南洋切削').waitFor({ state: 'detached' });
    await shown('高井精密').waitFor();
  });

  chapter('it is kept, with what is new in it', async () => {
    const { page } = person;
    await button(page, 'この条件を保存').click();
    await field(page, '名前').fill('神奈川の切削');
    await button(page, '保存する').click();
    await isTold(page, '検索条件を保存しました。');
    await aCompany(app.resources.database, { name: '新鋭切削', prefecture: '14', summary: '切削' });
    await app.app.get(SearchProjection, { strict: false }).repair();
    await page.goto('/search');
    await page.getByRole('button', { name: /^保存した検索/ }).click();
    await page.getByRole('dialog').getByText('新着1件').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '神奈川の切削' }).click();
    await shown('新鋭切削').waitFor();
    const { items } = await eventuallySeen();
    expect(items.map(({ fresh }) => fresh)).toEqual([0]);
  });

  chapter('without its filters the words stay', async () => {
    const { page } = person;
    await button(page, 'すべて解除').click();
    await shown('南洋切削').waitFor();
    const { searchParams } = new URL(page.url());
    expect([searchParams.get('q'), searchParams.get('prefecture')]).toEqual(['切削', null]);
    expect(await button(page, 'すべて解除').count()).toBe(0);
  });

  chapter('on every list words and order are no filters, and stay without them', async () => {
    const { page } = person;
    await page.goto('/companies?q=切削&sort=updated&prefecture=47');
    await shown('高井精密').waitFor({ state: 'detached' });
    await button(page, 'すべて解除').click();
    await shown('高井精密').waitFor();
    await button(page, 'すべて解除').waitFor({ state: 'detached' });
    const { searchParams } = new URL(page.url());
    expect([...searchParams.keys()].sort()).toEqual(['q', 'sort']);
  });

  async function ownApi() {
    const cookies = await person.context.cookies();
    return app.as(cookies.map(({ name, value }) => `${name}=${value}`).join('; '));
  }

  async function eventuallySeen() {
    const api = await ownApi();
    await eventually(async () => {
      expect((await api.ok(searchApi.saved)).items[0]?.fresh).toBe(0);
    });
    return api.ok(searchApi.saved);
  }

  chapter('a firm that is found tells on its first page what is free, by a tap', async () => {
    const { page } = person;
    await page.goto('/');
    const weeks = page.getByRole('radiogroup', { name: /これから4週間の空き/ }).first();
    await weeks.getByText('50%').click();
    await page.getByText('保存しました。ありがとうございました。').waitFor();
    expect(await weeks.getByRole('radio', { name: '50%' }).isChecked()).toBe(true);
    const { capacity } = await (await ownApi()).ok(companiesApi.get, { params: { id: companyId } });
    expect(capacity).toMatchObject([{ process: 'turning', weeks4: 50, weeks8: null }]);
  });

  chapter('a typing error is understood, and nothing found says what to loosen', async () => {
    const { page } = person;
    await page.goto('/search?q=高丼精密');
    await button(page, '高井精密').click();
    await eventually(() => Promise.resolve(expect(page.url()).toContain(encodeURIComponent('高井精密'))));
    await page.goto('/search?q=板金&prefecture=14');
    await page.getByRole('button', { name: /「都道府県」を外す/ }).click();
    await shown('北山板金').waitFor();
    expect(person.problems).toEqual([]);
  });
});
