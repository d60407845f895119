import type { Language } from '#contracts/shapes.js';
import type { MailContent } from '#platform/mail/index.js';

interface Facts {
  name: string;
  title: string;
  months: number;
  url: string;
}

/** Asks what became of the meetings of an event; the link needs no password. */
export const outcomeMail: Record<Language, (facts: Facts) => MailContent> = {
  ja: ({ name, title, months, url }) => ({
    subject:
      months === 0
        ? `【仲立ち】「${title}」の商談の結果を教えてください`
        : `【仲立ち】「${title}」から${months}か月、その後を教えてください`,
    paragraphs: [
      `${name} 様`,
      `「${title}」での商談がどうなったかを、相手ごとに一つ選んでください。ログインはいりません。1分で終わります。`,
      'お答えは相手の企業には伝わりません。支援機関が次のお手伝いを考えるために使います。',
    ],
    action: { label: '結果を答える', url },
    footer: '終了時と、1・3・6・12・24・36・60か月後にお聞きしています。結論の出た商談はお聞きしません。',
  }),
  en: ({ name, title, months, url }) => ({
    subject:
      months === 0
        ? `[Nakadachi] What became of your meetings at “${title}”?`
        : `[Nakadachi] ${months} months after “${title}”: how did it go on?`,
    paragraphs: [
      `Dear ${name},`,
      `Please choose what became of each meeting at “${title}”. You need not sign in, and it takes a minute.`,
      'The other firm does not see your answer. The support body uses it to help further.',
    ],
    action: { label: 'Tell the results', url },
    footer: 'We ask at the end and after 1, 3, 6, 12, 24, 36 and 60 months, until a meeting is settled.',
  }),
};
