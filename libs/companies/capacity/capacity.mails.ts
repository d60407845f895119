import type { Language } from '#contracts/shapes.js';
import type { MailContent } from '#platform/mail/index.js';

/** Asks for the spare capacity of the coming weeks; the link needs no password. */
export const capacityMail: Record<
  Language,
  (facts: { name: string; company: string; url: string }) => MailContent
> = {
  ja: ({ name, company, url }) => ({
    subject: '【仲立ち】これから4・8・12週間の空き具合を教えてください',
    paragraphs: [
      `${name} 様`,
      `${company}の工程ごとの空き具合を、下のボタンから選んでください。ログインはいりません。1分で終わります。`,
      '空きのある工程は、合う発注案件の候補として先に紹介されます。お答えは4週間ごとに半分の重みになります。',
    ],
    action: { label: '空き具合を答える', url },
    footer: '4週間ごとにお聞きしています。開いた画面の下で止められます。',
  }),
  en: ({ name, company, url }) => ({
    subject: '[Nakadachi] How much capacity is free in the next 4, 8 and 12 weeks?',
    paragraphs: [
      `Dear ${name},`,
      `Please choose with the button below how much of each process of ${company} is free. You need not sign in, and it takes a minute.`,
      'Processes with spare capacity come first as candidates for fitting orders. An answer counts half after four weeks.',
    ],
    action: { label: 'Tell the spare capacity', url },
    footer: 'We ask every four weeks. You can stop this at the bottom of the page that opens.',
  }),
};
