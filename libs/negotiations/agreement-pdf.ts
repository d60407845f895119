import type { Agreement } from '#contracts/offers.js';
import type { Side } from '#contracts/parties.js';
import type { BothLanguages, Language } from '#contracts/shapes.js';
import { sheetOf } from '#contracts/term-sheet.js';
import {
  heading,
  keyValues,
  onNewPage,
  paragraph,
  qrCode,
  renderPdf,
  type PdfContent,
} from '#platform/pdf/index.js';
import { canonicalJson } from './agreement-document.js';
import { AGREEMENT_DATA_NAME, type AgreementData } from './proof/agreement-data.js';
import { signingStateOf } from './signing/signing.states.js';
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
  state: { ja: '署名の状況', en: 'Signing' },
  drafted: {
    ja: '未署名（条件の承諾により合意成立）',
    en: 'Not signed yet (agreed by acceptance of the offer)',
  },
  'confirmed-by-one': { ja: '一方が署名済み', en: 'Signed by one side' },
  'in-force': { ja: '双方が署名済み（発効）', en: 'Signed by both sides: in force' },
  signatures: { ja: '署名', en: 'Signatures' },
  unsigned: { ja: '未署名', en: 'Not signed' },
  signedBy: {
    ja: '{company}\n{name}\n{at}（日本時間）\n本人確認：{method}',
    en: '{company}\n{name}\n{at} (JST)\nConfirmed by {method}',
  },
  totp: { ja: '認証アプリのコード', en: 'a code of an authenticator app' },
  'mailed-code': { ja: 'メールで届いた確認コード', en: 'a code sent by mail' },
  attachment: { ja: 'この合意書のデータ', en: 'The data of this agreement' },
  sha256: { ja: '合意内容の値（SHA-256）', en: 'Hash of the content (SHA-256)' },
  head: { ja: '商談記録の末尾', en: 'Head of the record of the talks' },
  headOf: { ja: '{position}件目\n{link}', en: 'Entry {position}\n{link}' },
  key: { ja: '封印鍵', en: 'Sealing key' },
  verifyAt: { ja: '照合ページ', en: 'Check it at' },
  verifyText: {
    ja: 'このPDFを照合ページに読み込むと、改変の有無を誰でも確認できます（登録は不要です）。手元では npm run cli -- verify ファイル名 で確認できます。',
    en: 'Anybody can check at this address, without an account, whether this PDF is unaltered; offline with: npm run cli -- verify FILE',
  },
  proof: { ja: '記録の照合', en: 'Check of the record' },
  proofText: {
    ja: '合意の内容と、そこに至る商談の記録（メッセージ・条件・ファイル・承諾・署名をつないだハッシュの鎖）から計算した値です。',
    en: 'Computed from the content of this agreement, and from the record of the talks that led to it: messages, offers, files, acceptances and signatures, linked in one chain of hashes.',
  },
} as const satisfies Record<string, BothLanguages>;

/**
 * The agreement on paper, as PDF/A-3b with its own data inside. It depends on nothing but what it is given, so that it can
 * be made again at any time with the same bytes.
 */
export function agreementPdf(data: AgreementData, language: Language): Promise<Buffer> {
  const { agreement } = data;
  const say: Say = (key, values = {}) =>
    words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const party = ({ name, corporateNumber: number, by }: Agreement['owner']) =>
    say('party', { name, number, by });
  const { orderRevision } = agreement;
  const role = roleWords(agreement, say);
  return renderPdf({
    title: say('title'),
    subtitle: say('no', { no: agreement.no }),
    language,
    printedAt: new Date(data.madeAt),
    archival: {
      name: AGREEMENT_DATA_NAME,
      description: say('attachment'),
      json: Buffer.from(canonicalJson(data), 'utf8'),
    },
    content: [
      keyValues([
        [say('subject'), agreement.title],
        ...(orderRevision === null ? [] : [[say('revision'), String(orderRevision)] as const]),
        [say('agreedAt'), timeInJapan(agreement.agreedAt, language)],
        [say('state'), say(signingStateOf(data.signatures.map(({ side }) => side)))],
      ]),
      heading(say('parties')),
      keyValues([
        [role.owner, party(agreement.owner)],
        [role.candidate, party(agreement.candidate)],
      ]),
      ...termSheetContent(sheetOf(agreement.terms), language),
      onNewPage(...signaturePage(data, language, say)),
    ],
  });
}

type Say = (key: keyof typeof words, values?: Record<string, string>) => string;

const roleWords = ({ subjectKind }: Agreement, say: Say): Record<Side, string> =>
  subjectKind !== 'patent'
    ? { owner: say('orderer'), candidate: say('supplier') }
    : { owner: say('holder'), candidate: say('licensee') };

/** Who has signed how, and how anybody can check the sheet. */
function signaturePage(data: AgreementData, language: Language, say: Say): PdfContent[] {
  const { agreement, head, verifyAt, fingerprint } = data;
  const role = roleWords(agreement, say);
  const signed = (side: Side): string => {
    const found = data.signatures.find((one) => one.side === side);
    if (!found) return say('unsigned');
    return say('signedBy', {
      ...{ company: agreement[side].name, name: found.by, method: say(found.method) },
      at: timeInJapan(found.at, language),
    });
  };
  return [
    heading(say('signatures')),
    keyValues([
      [role.owner, signed('owner')],
      [role.candidate, signed('candidate')],
    ]),
    heading(say('proof')),
    paragraph(say('proofText')),
    keyValues([
      [say('sha256'), agreement.sha256],
      [say('head'), say('headOf', { position: String(head.position), link: head.link })],
      [say('key'), fingerprint.replace(/(.{4})(?=.)/g, '$1 ')],
      [say('verifyAt'), verifyAt],
    ]),
    paragraph(say('verifyText')),
    qrCode(verifyAt, 96),
  ];
}

const locale = (language: Language): string => (language === 'ja' ? 'ja-JP' : 'en-GB');

const timeInJapan = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(locale(language), {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(at));
