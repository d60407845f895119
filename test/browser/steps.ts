import type { Page } from 'playwright-core';
import type { TestApp } from '../support/app.js';
import { wasTold, type Seat } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { corporateNumberOf } from '../support/companies.js';
import { PASSWORD, tokenMailedTo } from '../support/identity.js';

/** Somebody of the story, in a browser of their own. */
export interface Person extends Seat {
  readonly name: string;
  readonly email: string;
  /** Company or support body. */
  readonly organisation: string;
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
export const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

/** Waits until a notice says so, and closes it, since it lies over what comes next; after some seconds it does so itself. */
export async function isTold(page: Page, text: string): Promise<void> {
  await wasTold(page, text);
  const notice = page.getByRole('alert').filter({ hasText: text });
  await notice
    .getByRole('button', { name: '閉じる' })
    .click({ timeout: 5_000 })
    .catch(() => undefined);
  await notice.waitFor({ state: 'detached' });
}

/** Goes by the main menu. */
export const goTo = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主なメニュー' }).getByRole('link', { name, exact: true }).click();

/** Chooses the best hit of a list that searches while one types. */
export async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list, exact: true }).fill(option);
  await page.getByRole('option', { name: option }).first().click();
}

/** From the landing page over the mailed link to an account. */
export async function signUp(app: TestApp, { page, name, email }: Person): Promise<void> {
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: '新規登録' }).click();
  await field(page, 'メールアドレス').fill(email);
  await button(page, '確認メールを送る').click();
  await heading(page, 'メールを送りました').waitFor();
  await page.goto(`/link?token=${await tokenMailedTo(app, email)}`);
  await heading(page, '登録を完了する').waitFor();
  await field(page, 'お名前').fill(name);
  await page.getByLabel('新しいパスワード').fill(PASSWORD);
  await button(page, '登録して始める').click();
  await heading(page, '会社を登録する').waitFor();
}

/** Registers the company that a newcomer comes from. */
export async function registerCompany(
  { page, organisation }: Person,
  given: { prefecture: string; body: string; orders: boolean; supplies: boolean },
): Promise<void> {
  await field(page, '法人番号（13桁）').fill(corporateNumberOf());
  await field(page, '会社名').fill(organisation);
  await choose(page, '本社の都道府県', given.prefecture);
  await page.getByLabel('仕事を受けたい（受注企業）').setChecked(given.supplies);
  await page.getByLabel('仕事を頼みたい、特許を使ってほしい（発注企業）').setChecked(given.orders);
  await choose(page, '支援を受けたい支援機関', given.body);
  await button(page, '登録を申し込む').click();
  await page.getByText('支援機関の承認をお待ちください').waitFor();
  await isTold(page, '登録を受け付けました。');
}

/** With the password that the factory of accounts gives. */
export async function signIn({ page, name, email }: Person): Promise<void> {
  await page.goto('/sign-in');
  await field(page, 'メールアドレス').fill(email);
  await page.getByLabel('パスワード', { exact: true }).or(page.getByLabel('パスワード *')).fill(PASSWORD);
  await button(page, 'ログイン').click();
  await heading(page, `${name}さん、こんにちは`).waitFor();
}

/** Lets a waiting company in. */
export async function approve({ page }: Person, company: string): Promise<void> {
  await goTo(page, '企業の承認');
  await button(page, `${company}を承認する`).click();
  await isTold(page, `「${company}」を承認しました。`);
}

/** Adds a process with its limits (mm, pieces) to the profile that is being edited. */
export async function addProcess(
  page: Page,
  given: { name: string; tolerance: number; size: [number, number, number]; lotFrom: number; lotTo: number },
): Promise<void> {
  await button(page, '加工・工程を追加').click();
  await choose(page, '加工・工程', given.name);
  await page.getByLabel(/^公差/).fill(String(given.tolerance));
  for (const [i, axis] of ['X', 'Y', 'Z'].entries())
    await field(page, `最大${axis}`).fill(String(given.size[i]));
  await field(page, '最小ロット').fill(String(given.lotFrom));
  await field(page, '最大ロット').fill(String(given.lotTo));
}

/** Fails where a screen says one of the words; waits until it has been read. */
export async function hides(page: Page, words: readonly string[]): Promise<void> {
  await eventually(async () => {
    if ((await page.getByRole('status', { name: '読み込んでいます' }).count()) > 0)
      throw new Error(`${page.url()} is still loading.`);
  });
  const text = await page.getByRole('document').ariaSnapshot();
  const found = words.filter((word) => text.includes(word));
  if (found.length > 0) throw new Error(`${page.url()} shows ${found.join(', ')}:\n${text}`);
}

/** Types into the field at hand as a Japanese input method does: letters that are taken over at the end. */
export async function compose(page: Page, text: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  for (let end = 1; end <= text.length; end++)
    await browser.send('Input.imeSetComposition', {
      ...{ text: text.slice(0, end), selectionStart: end, selectionEnd: end },
    });
  await browser.send('Input.insertText', { text });
  await browser.detach();
}
