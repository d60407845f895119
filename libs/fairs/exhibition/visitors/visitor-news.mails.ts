import type { SessionContent } from '#contracts/fair-sessions.js';
import type { Language } from '#contracts/shapes.js';
import type { MailContent } from '#platform/mail/index.js';
import type { VisitorNews } from '../fairs.events.js';

export interface NewsFacts {
  readonly name: string;
  readonly title: string;
  readonly reason: string;
  /** Of the fair for a cancelled one, else of the programme. */
  readonly url: string;
  readonly session: { name: string; when: string; place: string } | null;
}

const time: Record<Language, Intl.DateTimeFormat> = {
  ja: new Intl.DateTimeFormat('ja-JP', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' }),
};

/** A session as a mail names it, with its times in Japan. */
export const sessionWords = (
  { title, titleEn, startsAt, place }: SessionContent,
  language: Language,
): NonNullable<NewsFacts['session']> => ({
  name: language === 'en' && titleEn ? titleEn : title,
  when: `${time[language].format(new Date(startsAt))}${language === 'en' ? ' (Japan time)' : ''}`,
  place,
});

const ja: Record<VisitorNews, (facts: NewsFacts) => [subject: string, text: string, button: string]> = {
  'fair-cancelled': ({ title }) => [
    `「${title}」は中止になりました`,
    `来場登録をいただいた「${title}」は、中止となりました。ご予定くださっていた皆さまにお詫び申し上げます。`,
    '展示会のページを開く',
  ],
  'session-moved': ({ title, session }) => [
    `「${title}」の講演「${session?.name}」の日時・場所が変わりました`,
    `お席をお申し込みの講演「${session?.name}」の日時または場所が変わりました。`,
    'プログラムを開く',
  ],
  'session-cancelled': ({ title, session }) => [
    `「${title}」の講演「${session?.name}」は取りやめになりました`,
    `お席をお申し込みの講演「${session?.name}」は、取りやめとなりました。`,
    'プログラムを開く',
  ],
  'seat-given': ({ title, session }) => [
    `「${title}」の講演「${session?.name}」のお席が取れました`,
    `空きが出たため、順番待ちの講演「${session?.name}」のお席をご用意しました。ご都合が変わったときは、席をお返しください。`,
    'プログラムを開く',
  ],
};
const en: typeof ja = {
  'fair-cancelled': ({ title }) => [
    `“${title}” was cancelled`,
    `“${title}”, for which you registered, was cancelled. We are sorry.`,
    'Open the page of the fair',
  ],
  'session-moved': ({ title, session }) => [
    `“${session?.name}” at “${title}” has a new time or place`,
    `The session “${session?.name}”, for which you asked for a seat, has a new time or place.`,
    'Open the programme',
  ],
  'session-cancelled': ({ title, session }) => [
    `“${session?.name}” at “${title}” was called off`,
    `The session “${session?.name}”, for which you asked for a seat, was called off.`,
    'Open the programme',
  ],
  'seat-given': ({ title, session }) => [
    `You have a seat in “${session?.name}” at “${title}”`,
    `A seat became free in “${session?.name}”, and it is yours. Please give it back if you cannot come.`,
    'Open the programme',
  ],
};

/** What a visitor is told, with the reason where there is one. */
export function newsMail(language: Language, what: VisitorNews, facts: NewsFacts): MailContent {
  const isJapanese = language === 'ja';
  const [subject, text, button] = (isJapanese ? ja : en)[what](facts);
  const { name, reason, session, url } = facts;
  const isOn = session !== null && what !== 'session-cancelled';
  return {
    subject: isJapanese ? `【仲立ち】${subject}` : `[Nakadachi] ${subject}`,
    paragraphs: [
      isJapanese ? `${name} 様` : `Dear ${name},`,
      text,
      ...(isOn ? [[session.when, session.place].filter(Boolean).join(' / ')] : []),
      ...(reason ? [isJapanese ? `理由：${reason}` : `Reason: ${reason}`] : []),
    ],
    action: { label: button, url },
  };
}
