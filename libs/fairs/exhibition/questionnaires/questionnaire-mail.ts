import type { Language } from '#contracts/shapes.js';
import type { MailContent } from '#platform/mail/index.js';

interface Facts {
  name: string;
  title: string;
  url: string;
  /** Until when answers are taken. */
  until: Date;
  isReminder: boolean;
}

const format = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' });
const time: Record<Language, Intl.DateTimeFormat> = { ja: format('ja-JP'), en: format('en-GB') };

/** Asks a visitor how it was; the link needs no password. */
export const questionnaireMail: Record<Language, (facts: Facts) => MailContent> = {
  ja: ({ name, title, url, until, isReminder }) => ({
    subject: isReminder
      ? `【仲立ち】（再送）「${title}」アンケートのお願い`
      : `【仲立ち】「${title}」ご来場のお礼とアンケートのお願い`,
    paragraphs: [
      `${name} 様`,
      `「${title}」にご来場いただき、ありがとうございました。`,
      '次回をよりよくするため、短いアンケートにお答えください。ログインはいりません。2分ほどで終わります。',
      `お答えは${time.ja.format(until)}までお受けし、お名前を付けずに主催者だけが見ます。`,
    ],
    action: { label: 'アンケートに答える', url },
    footer: isReminder
      ? 'まだお答えのない方に、一度だけお送りしています。'
      : 'このメールは、来場登録をされて会場またはオンラインで参加された方にお送りしています。',
  }),
  en: ({ name, title, url, until, isReminder }) => ({
    subject: isReminder
      ? `[Nakadachi] “${title}”: a reminder of the questionnaire`
      : `[Nakadachi] Thank you for coming to “${title}”: a short questionnaire`,
    paragraphs: [
      `Dear ${name},`,
      `Thank you for visiting “${title}”.`,
      'Please answer a few questions, so that the next one gets better. You need not sign in; it takes two minutes.',
      `You can answer until ${time.en.format(until)} (Japan time). Only the organisers read your answers, without your name.`,
    ],
    action: { label: 'Answer the questionnaire', url },
    footer: isReminder
      ? 'This goes out once, to those who have not answered yet.'
      : 'You get this mail because you registered and took part on site or online.',
  }),
};
