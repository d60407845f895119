import type { Agreement } from '#contracts/offers.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import { sheetOf } from '#contracts/term-sheet.js';
import { heading, keyValues, paragraph, renderPdf } from '#platform/pdf/index.js';
import { termSheetContent } from './term-sheet-pdf.js';

const words = {
  title: { ja: '合意書', en: 'Agreement' },
  no: { ja: '第{no}号', en: 'No. {no}' },
  subject: { ja: '件名', en: 'Subject' },
  revision: { ja: '案件の版', en: 'Revision of the order' },
  agreedAt: { ja: '合意日時（日本時間）', en: 'Agreed at (JST)' },
  parties: { ja: '当事者', en: 'Parties' },
  orderer: { ja: '発注企業', en: 'Orderer' },
  supplier: { ja: '受注企業', en: 'Supplier' },
  holder: { ja: '特許の提供企業', en: 'Patent holder' },
  licensee: { ja: '特許の利用企業', en: 'Licensee' },
  party: { ja: '{name}\n法人番号 {number}\n担当 {by}', en: '{name}\nCorporate number {number}\nBy {by}' },
  proof: { ja: '記録の照合', en: 'Check of the record' },
  proofText: {
    ja: 'この合意書の内容から計算した値（SHA-256）です。記録と一致すれば、内容は変わっていません。',
    en: 'Computed from the content of this agreement (SHA-256). If it equals the record, nothing was changed.',
  },
} as const satisfies Record<string, BothLanguages>;

/**
 * The agreement on paper. It depends on nothing but the agreement and the language, so that it can be made again at any
 * time with the same bytes.
 */
export function agreementPdf(agreement: Agreement, language: Language): Promise<Buffer> {
  const say = (key: keyof typeof words, values: Record<string, string> = {}): string =>
    words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const party = ({ name, corporateNumber: number, by }: Agreement['owner']) =>
    say('party', { name, number, by });
  const { orderRevision } = agreement;
  const isOrder = agreement.subjectKind === 'order';
  return renderPdf({
    title: say('title'),
    subtitle: say('no', { no: agreement.no }),
    language,
    printedAt: new Date(agreement.agreedAt),
    content: [
      keyValues([
        [say('subject'), agreement.title],
        ...(orderRevision === null ? [] : [[say('revision'), String(orderRevision)] as const]),
        [say('agreedAt'), timeInJapan(agreement.agreedAt, language)],
      ]),
      heading(say('parties')),
      keyValues([
        [say(isOrder ? 'orderer' : 'holder'), party(agreement.owner)],
        [say(isOrder ? 'supplier' : 'licensee'), party(agreement.candidate)],
      ]),
      ...termSheetContent(sheetOf(agreement.terms), language),
      heading(say('proof')),
      paragraph(say('proofText')),
      paragraph(agreement.sha256),
    ],
  });
}

const locale = (language: Language): string => (language === 'ja' ? 'ja-JP' : 'en-GB');

const timeInJapan = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(at));
