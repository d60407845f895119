import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import {} from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { button, goTo, heading, isTold, type Person } from './steps.js';

/** Brings a company to the other side, with a reason that a person writes. */
export async function introduce(page: Page, candidate: string, reason: string): Promise<void> {
  await button(page, `${candidate}を紹介する`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /理由$/ }).fill(reason);
  await dialog.getByRole('button', { name: '紹介する', exact: true }).click();
  await isTold(page, '紹介を提案しました');
}

/** Opens the introduction that waits for this person's answer. */
export async function openIntroduction({ page }: Person, subject: string): Promise<void> {
  await goTo(page, '紹介');
  const waiting = page.getByRole('region', { name: '回答をお待ちしている紹介（1件）' });
  await waiting.getByRole('link', { name: subject }).click();
  await heading(page, subject).waitFor();
}

/** Says yes to the introduction that is open. */
export async function consent({ page }: Person): Promise<void> {
  await button(page, '承諾する').click();
  const dialog = page.getByRole('dialog', { name: 'この紹介を承諾しますか' });
  await dialog.getByRole('button', { name: '承諾する', exact: true }).click();
  await isTold(page, '承諾しました。');
}

const talk = (page: Page) => page.getByRole('log', { name: '会話の記録' });
export const composer = (page: Page) => page.getByRole('textbox', { name: 'メッセージを書く' });

export async function say({ page }: Person, text: string): Promise<void> {
  await composer(page).fill(text);
  await button(page, '送信する').click();
}

/** Waits until the room shows these texts in this order, each once, and none of the absent ones. */
export async function reads(
  { page }: Person,
  texts: readonly string[],
  absent: readonly string[] = [],
): Promise<void> {
  await eventually(async () => {
    const shown = await talk(page).getByRole('listitem').allInnerTexts();
    const known = [...texts, ...absent];
    expect(shown.flatMap((item) => known.filter((text) => item.includes(text)))).toEqual(texts);
  });
}

/** What one wrote and the server has not stored yet. */
export const outgoing = ({ page }: Person) => page.getByRole('list', { name: '送信中のメッセージ' });

export interface Terms {
  readonly quantity: number;
  readonly unitPriceYen: number;
  /** `YYYY-MM-DD`. */
  readonly deliveryOn: string;
  readonly deliveryPlace: string;
  readonly payment: string;
}

/** Offers, or changes some terms of the last offer. */
export async function offer({ page }: Person, verb: string, terms: Partial<Terms>): Promise<void> {
  await button(page, verb).click();
  const dialog = page.getByRole('dialog', { name: verb });
  const labels = {
    quantity: '数量',
    unitPriceYen: '単価（税抜）',
    deliveryOn: '納期',
    deliveryPlace: '納入場所',
    payment: '支払条件の補足',
  };
  for (const [key, value] of Object.entries(terms))
    await dialog.getByLabel(labels[key as keyof Terms]).fill(String(value));
  await dialog.getByRole('button', { name: 'この条件を提示する' }).click();
  await isTold(page, '条件を提示しました。');
}

/** Accepts the other side's round, and comes to the agreement. */
export async function accept({ page }: Person, round: number): Promise<void> {
  await page
    .getByRole('article', { name: `第${round}回` })
    .getByRole('button', { name: '承諾する' })
    .click();
  await button(page, 'この条件で合意する').click();
  await heading(page, /^合意書 第.+号$/).waitFor();
  await isTold(page, '合意が成立しました。');
}
