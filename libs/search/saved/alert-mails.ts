import type { Language } from '#contracts/shapes.js';
import type { SearchHit, SearchKind } from '#contracts/search.js';
import type { MailContent } from '#platform/mail/index.js';

export interface AlertFacts {
  readonly name: string;
  readonly hits: readonly SearchHit[];
  /** How many are new altogether; the mail names the first ones. */
  readonly total: number;
  readonly url: string;
  readonly unsubscribeUrl: string;
}

const kinds: Record<Language, Record<SearchKind, string>> = {
  ja: {
    company: '企業',
    order: '発注案件',
    patent: '開放特許',
    product: '製品',
    fair: '展示会',
    meeting: '商談会',
  },
  en: {
    company: 'Company',
    order: 'Order',
    patent: 'Open patent',
    product: 'Product',
    fair: 'Fair',
    meeting: 'Meeting event',
  },
};

const lines = (language: Language, hits: readonly SearchHit[]): string =>
  hits
    .map(({ kind, title }) =>
      language === 'ja' ? `・${kinds.ja[kind]}：${title}` : `- ${kinds.en[kind]}: ${title}`,
    )
    .join('\n');

/** What is new in a saved search. */
export const alertMail: Record<Language, (facts: AlertFacts) => MailContent> = {
  ja: ({ name, hits, total, url, unsubscribeUrl }) => ({
    subject: `【仲立ち】保存した検索「${name}」に新着${total}件`,
    paragraphs: [
      `保存した検索「${name}」に合うものが、新しく${total}件見つかりました。`,
      lines('ja', hits),
      ...(total > hits.length ? [`ほか${total - hits.length}件あります。`] : []),
    ],
    action: { label: '結果を見る', url },
    footer: `この検索のお知らせをやめるには、次のページを開いてください（ログインは不要です）。\n${unsubscribeUrl}`,
  }),
  en: ({ name, hits, total, url, unsubscribeUrl }) => ({
    subject: `[Nakadachi] ${total} new in your saved search "${name}"`,
    paragraphs: [
      `Your saved search "${name}" has ${total} new ${total === 1 ? 'result' : 'results'}.`,
      lines('en', hits),
      ...(total > hits.length ? [`And ${total - hits.length} more.`] : []),
    ],
    action: { label: 'See the results', url },
    footer: `To stop these mails, open this page (no sign-in needed):\n${unsubscribeUrl}`,
  }),
};
