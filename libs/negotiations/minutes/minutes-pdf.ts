import type { Minutes } from '#contracts/minutes.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import { heading, keyValues, paragraph, renderPdf, table } from '#platform/pdf/index.js';
import { canonicalJson } from '../agreement-document.js';
import { fill } from '../term-words.js';

const words = {
  title: { ja: '議事録', en: 'Minutes' },
  no: { ja: '第{no}号', en: 'No. {no}' },
  draft: { ja: '第{no}号（案・未確定）', en: 'No. {no} (draft, not confirmed)' },
  amends: { ja: '第{no}号を訂正するもの', en: 'Amends No. {no}' },
  amended: { ja: '第{no}号で訂正されています', en: 'Amended by No. {no}' },
  room: { ja: '商談', en: 'Negotiation' },
  subject: { ja: '件名', en: 'Subject' },
  heldOn: { ja: '開催日', en: 'Held on' },
  place: { ja: '場所', en: 'Place' },
  attendees: { ja: '出席者', en: 'Present' },
  decisions: { ja: '決定事項', en: 'Decisions' },
  none: { ja: '決定事項はありません。', en: 'Nothing was decided.' },
  decision: { ja: '内容', en: 'Decision' },
  source: { ja: '記録の番号', en: 'Entry' },
  notes: { ja: '備考', en: 'Notes' },
  confirmation: { ja: '確認', en: 'Confirmation' },
  by: { ja: '{name}\n{at}（日本時間）', en: '{name}\n{at} (JST)' },
  open: { ja: '未確認', en: 'Not confirmed' },
  sha256: { ja: '内容の値（SHA-256）', en: 'Hash of the content (SHA-256)' },
  attachment: { ja: 'この議事録のデータ', en: 'The data of these minutes' },
} as const satisfies Record<string, BothLanguages>;

/** Minutes on paper, as PDF/A-3b; the same bytes each time for the same minutes. */
export function minutesPdf(
  room: { title: string; ownerName: string; candidateName: string },
  minutes: Minutes,
  language: Language,
): Promise<Buffer> {
  const say: Say = (key, values = {}) => fill(words[key][language], values);
  const { no, state, content, amendsNo, amendedByNos, sha256, confirmed } = minutes;
  const { can: _, ...data } = minutes;
  const signed = (act: Minutes['written'] | null) =>
    act ? say('by', { name: act.by, at: timeInJapan(act.at, language) }) : say('open');
  const lastAt = [minutes.written, confirmed.owner, confirmed.candidate].map((act) => act?.at ?? '').sort();
  return renderPdf({
    title: say('title'),
    subtitle: [
      say(state === 'draft' ? 'draft' : 'no', { no: String(no) }),
      ...(amendsNo === null ? [] : [say('amends', { no: String(amendsNo) })]),
      ...amendedByNos.map((by) => say('amended', { no: String(by) })),
    ].join('　'),
    language,
    printedAt: new Date(lastAt.at(-1) ?? 0),
    archival: {
      name: 'minutes.json',
      description: say('attachment'),
      json: Buffer.from(canonicalJson(data), 'utf8'),
    },
    content: [
      keyValues(factRows(room.title, content, language, say)),
      heading(say('decisions')),
      content.decisions.length === 0
        ? paragraph(say('none'))
        : table(
            [{ label: '', width: 24 }, { label: say('decision') }, { label: say('source'), width: 70 }],
            content.decisions.map(({ text, seq }, i) => [String(i + 1), text, seq === null ? '' : `#${seq}`]),
          ),
      ...(content.notes === '' ? [] : [heading(say('notes')), paragraph(content.notes)]),
      heading(say('confirmation')),
      keyValues([
        [room.ownerName, signed(confirmed.owner)],
        [room.candidateName, signed(confirmed.candidate)],
        [say('sha256'), sha256],
      ]),
    ],
  });
}

type Say = (key: keyof typeof words, values?: Record<string, string>) => string;

/** What the meeting was; what nobody filled in is left out. */
const factRows = (title: string, content: Minutes['content'], language: Language, say: Say) =>
  [
    [say('room'), title] as const,
    [say('subject'), content.title] as const,
    [say('heldOn'), dayInWords(content.heldOn, language)] as const,
    [say('place'), content.place] as const,
    [say('attendees'), content.attendees] as const,
  ].filter(([, value]) => value !== '');

const locale = (language: Language) => (language === 'ja' ? 'ja-JP' : 'en-GB');

const timeInJapan = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(at));

const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(day));
