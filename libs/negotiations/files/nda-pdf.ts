import type { RoomNda } from '#contracts/room-files.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import { heading, keyValues, paragraph, renderPdf } from '#platform/pdf/index.js';

const words = {
  template: {
    ja: 'これはひな形であり、法律上の助言ではありません。内容は当事者が確認し、必要に応じて専門家にご相談ください。',
    en: 'This is a template and no legal advice. The parties should check it, and ask a professional where needed.',
  },
  version: { ja: 'ひな形の版', en: 'Version of the template' },
  partyA: { ja: '甲', en: 'Party A' },
  partyB: { ja: '乙', en: 'Party B' },
  accepted: { ja: '承諾の記録', en: 'Acceptances' },
  notYet: { ja: '未承諾', en: 'not accepted yet' },
  act: { ja: '{by}（{at}、日本時間）', en: '{by} ({at} JST)' },
  hash: { ja: '内容の照合値（SHA-256）', en: 'Content (SHA-256)' },
  article: { ja: '第{no}条（{title}）', en: '{no}. {title}' },
} as const satisfies Record<string, BothLanguages>;

/** The confidentiality terms on paper, with who accepted them and when. Times in JST. */
export function ndaPdf(nda: RoomNda, language: Language, printedAt: Date): Promise<Buffer> {
  const say = (key: keyof typeof words, values: Record<string, string> = {}) =>
    words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const { document } = nda;
  const act = (side: 'owner' | 'candidate') => {
    const done = nda.acceptances.find((one) => one.side === side);
    return done ? say('act', { by: done.by, at: timeInJapan(done.at, language) }) : say('notYet');
  };
  return renderPdf({
    title: document.title[language],
    subtitle: document.subject,
    language,
    printedAt,
    content: [
      paragraph(document.preamble[language]),
      ...document.clauses[language].flatMap(({ title, text }, i) => [
        heading(say('article', { no: String(i + 1), title })),
        paragraph(text),
      ]),
      heading(say('accepted')),
      keyValues([
        [say('partyA'), `${document.parties.owner}\n${act('owner')}`],
        [say('partyB'), `${document.parties.candidate}\n${act('candidate')}`],
        [say('version'), document.version],
        [say('hash'), nda.sha256],
      ]),
      paragraph(say('template')),
    ],
  });
}

const timeInJapan = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    ...{ timeZone: 'Asia/Tokyo', dateStyle: 'long', timeStyle: 'short' },
  }).format(new Date(at));
