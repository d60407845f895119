import type { BothLanguages, Language } from '#contracts/shapes.js';
import { fill } from '../term-words.js';

/** What the readable part of an exported record says. */
export const recordWords = {
  title: { ja: '商談の記録', en: 'Record of negotiations' },
  parties: { ja: '当事者', en: 'Parties' },
  madeAt: { ja: '書き出し日時（日本時間）', en: 'Exported at (JST)' },
  reader: { ja: '書き出した人', en: 'Exported for' },
  platform: { ja: '運用者（全件）', en: 'The operator (everything)' },
  head: { ja: '記録の末尾', en: 'Head of the record' },
  entries: { ja: '記録の件数', en: 'Entries' },
  withheld: { ja: '閲覧範囲外のため伏せた件数', en: 'Held back' },
  verifyAt: { ja: '照合', en: 'Check it at' },
  no: { ja: '番号', en: 'No.' },
  at: { ja: '日時（日本時間）', en: 'Time (JST)' },
  who: { ja: '発言・操作した人', en: 'Who' },
  what: { ja: '内容', en: 'What' },
  kind: { ja: '種類', en: 'Kind' },
  held: { ja: '（閲覧範囲外のため内容を伏せています）', en: '(held back from this reader)' },
  statutory: { ja: '取引のルールの確認', en: 'Statutory checks' },
  statutoryText: {
    ja: '書き出した時点の確認結果です。法律上の助言ではありません。くわしくは statutory.json をご覧ください。',
    en: 'As of the export. This is no legal advice. Details: statutory.json.',
  },
  files: { ja: 'ファイル', en: 'Files' },
  chained: { ja: '記録の通し番号', en: 'Entry in the chain' },
  organisation: { ja: '所属', en: 'Organisation' },
  role: { ja: '立場', en: 'Role' },
  text: { ja: '本文', en: 'Text' },
  replyTo: { ja: '返信先', en: 'Answers' },
  revises: { ja: '訂正・取り消しの対象', en: 'Revises' },
  between: { ja: '当事者間のみ', en: 'Between the parties' },
  fileName: { ja: 'ファイル名', en: 'File' },
  side: { ja: '提示した側', en: 'By' },
  state: { ja: '状態', en: 'State' },
  item: { ja: '品名・内容', en: 'Item' },
  drawing: { ja: '図番', en: 'Drawing' },
  drawingRevision: { ja: '図面の版', en: 'Revision' },
  quantity: { ja: '数量', en: 'Quantity' },
  unit: { ja: '単位', en: 'Unit' },
  unitPrice: { ja: '単価', en: 'Unit price' },
  currency: { ja: '通貨', en: 'Currency' },
  totalYen: { ja: '合計（円・税抜）', en: 'Total (yen, without tax)' },
  validUntil: { ja: '有効期限', en: 'Valid until' },
  currentPrice: { ja: '現行単価', en: 'Present price' },
  requestedPrice: { ja: '希望単価', en: 'Requested price' },
  effectiveOn: { ja: '適用日', en: 'From' },
  reason: { ja: '理由', en: 'Reason' },
  decision: { ja: '回答', en: 'Answer' },
  price: { ja: '回答の単価', en: 'Answered price' },
  reasons: { ja: '回答の理由', en: 'Reasons' },
  owner: { ja: '発注・提供側', en: 'Owner' },
  candidate: { ja: '受注・利用側', en: 'Candidate' },
  coordinator: { ja: 'コーディネータ', en: 'Coordinator' },
  document: { ja: '資料 No.', en: 'Document No.' },
  revision: { ja: '版', en: 'Revision' },
  access: { ja: '操作', en: 'Access' },
  view: { ja: '閲覧', en: 'Viewed' },
  download: { ja: 'ダウンロード', en: 'Downloaded' },
  page: { ja: 'ページ', en: 'Page' },
  leftAt: { ja: '退出日時（日本時間）', en: 'Left at (JST)' },
  index: { ja: '指数', en: 'Index' },
  source: { ja: '出典', en: 'Source' },
  period: { ja: '期間', en: 'Period' },
  value: { ja: '値', en: 'Value' },
} as const satisfies Record<string, BothLanguages>;

/** What an entry is, by its kind; for the system's own entries by their key. */
const kinds: Readonly<Record<string, BothLanguages>> = {
  text: { ja: 'メッセージ', en: 'Message' },
  file: { ja: 'ファイル', en: 'File' },
  edit: { ja: '{n}番を訂正', en: 'Edit of {n}' },
  withdrawal: { ja: '{n}番を取り消し', en: 'Withdrawal of {n}' },
  'offer-made': { ja: '条件を提示（第{no}回）', en: 'Offer {no} made' },
  'offer-accepted': { ja: '条件を承諾（第{no}回）', en: 'Offer {no} accepted' },
  'offer-declined': { ja: '条件を見送り（第{no}回）', en: 'Offer {no} declined' },
  'offer-withdrawn': { ja: '条件を取り下げ（第{no}回）', en: 'Offer {no} withdrawn' },
  'offer-confirmed': { ja: '条件を再確認（第{no}回）', en: 'Offer {no} confirmed' },
  'offer-expired': { ja: '条件の期限切れ（第{no}回）', en: 'Offer {no} expired' },
  'room-opened': { ja: '商談ルームを開始', en: 'The room opened' },
  'room-closed': { ja: '商談を終了（理由：{reason}）', en: 'Talks ended (reason: {reason})' },
  'room-paused': { ja: 'ルームを一時停止（理由：{reason}）', en: 'The room was paused (reason: {reason})' },
  'room-resumed': { ja: 'ルームを再開', en: 'The room was resumed' },
  'member-added': { ja: '{name}さんを追加', en: '{name} was added' },
  'member-left': { ja: '{name}さんが退出', en: '{name} left' },
  'member-removed': { ja: '{name}さんを外した', en: '{name} was taken out' },
  'order-amended': { ja: '案件を改訂（第{revision}版）', en: 'The order was amended (revision {revision})' },
  'work-stated': { ja: '委託の種類を記録', en: 'Kind of work stated' },
  'facts-asked': { ja: '会社の情報の入力を依頼', en: 'Facts of the company asked for' },
  'price-asked': { ja: '単価の見直しを申し入れ（第{no}回）', en: 'Price request {no}' },
  'price-answered': { ja: '単価の見直しに回答（第{no}回）', en: 'Price request {no} answered' },
  'price-signed': { ja: '価格の協議の記録を確認（第{no}回）', en: 'Price talks {no} countersigned' },
  'price-settled': { ja: '価格の協議を双方が確認（第{no}回）', en: 'Price talks {no} settled' },
  'price-withdrawn': { ja: '単価の見直しを取り下げ（第{no}回）', en: 'Price request {no} withdrawn' },
  'agreement-signed': { ja: '合意書（第{no}号）に署名', en: 'Agreement No. {no} signed' },
  'agreement-in-force': { ja: '合意書（第{no}号）に双方が署名', en: 'Agreement No. {no} signed by both' },
  'minutes-drafted': { ja: '議事録（第{no}号）の案を作成', en: 'Minutes {no} drafted' },
  'minutes-agreed': { ja: '議事録（第{no}号）を一方が確認', en: 'Minutes {no} confirmed by one side' },
  'minutes-confirmed': { ja: '議事録（第{no}号）を双方が確認', en: 'Minutes {no} confirmed by both sides' },
  'minutes-dropped': { ja: '議事録（第{no}号）の案を取り下げ', en: 'Draft of minutes {no} dropped' },
  'nda-accepted': { ja: '秘密保持の確認書に承諾', en: 'Confidentiality terms accepted' },
  'nda-in-force': { ja: '秘密保持の確認書に双方が承諾', en: 'Confidentiality terms accepted by both' },
  'document-added': { ja: '資料 No.{no} を追加', en: 'Document no. {no} added' },
  'document-revised': {
    ja: '資料 No.{no} に第{revision}版を追加',
    en: 'Revision {revision} of document no. {no}',
  },
  'document-revoked': { ja: '資料 No.{no} の公開を取り消し', en: 'Access to document no. {no} withdrawn' },
  'document-infected': {
    ja: '資料 No.{no}（第{revision}版）からウイルスを検出',
    en: 'Virus found in document no. {no} (revision {revision})',
  },
  'attachment-infected': {
    ja: '{seq}番のファイルからウイルスを検出',
    en: 'Virus found in the file of message {seq}',
  },
  'partner-joined': { ja: '協力企業 {name} が参加', en: '{name} joined as a partner' },
  'partner-left': { ja: '{name} が連合を離脱', en: '{name} left the team' },
  'team-ended': { ja: '連合受注の終了（理由：{reason}）', en: 'The team ended (reason: {reason})' },
  'team-lead-left': { ja: '元請の企業が連合を離脱', en: 'The lead firm left the team' },
  'appointment-proposed': { ja: '日程「{name}」の候補を提案', en: 'Times proposed for “{name}”' },
  'appointment-move-asked': {
    ja: '日程「{name}」の変更を申し出（理由：{reason}）',
    en: 'Asked to move “{name}” (reason: {reason})',
  },
  'appointment-accepted': { ja: '日程「{name}」の候補に回答', en: 'Answered the times for “{name}”' },
  'appointment-confirmed': { ja: '日程「{name}」が確定', en: '“{name}” agreed' },
  'appointment-moved': { ja: '日程「{name}」を変更', en: '“{name}” moved' },
  'appointment-kept': { ja: '日程「{name}」は元の日時のまま', en: '“{name}” stays at its time' },
  'appointment-cancelled': {
    ja: '日程「{name}」を取りやめ（理由：{reason}）',
    en: '“{name}” called off (reason: {reason})',
  },
  'call-started': { ja: '通話を開始', en: 'A call began' },
  'call-ended-left': { ja: '通話が終了（約{no}分）', en: 'The call ended (about {no} min)' },
  'call-ended-time': {
    ja: '終了時刻により通話が終了（約{no}分）',
    en: 'The call ended at its set time (about {no} min)',
  },
  'call-ended-paused': {
    ja: '一時停止により通話が終了（約{no}分）',
    en: 'The call ended as the room was paused (about {no} min)',
  },
  'call-ended-closed': {
    ja: '商談の終了により通話が終了（約{no}分）',
    en: 'The call ended with the talks (about {no} min)',
  },
  speaks: { ja: '「発言する」で同席', en: 'Present and speaking' },
  silent: { ja: '「発言しない」で同席', en: 'Present without speaking' },
  'decision-marked': { ja: '{seq}番を決定事項にした', en: 'Entry {seq} marked as decided' },
  'dispute-opened': {
    ja: '紛争を申し立て（第{no}号）',
    en: 'Dispute {no} opened',
  },
  'lot-committed': {
    ja: '紛争第{no}号の第{lot}回のくじの種を封印',
    en: 'Seed of lot {lot} of dispute {no} sealed',
  },
  'lot-listed': {
    ja: '紛争第{no}号の第{lot}回のくじの名簿が確定（候補{candidates}人）',
    en: 'The list for lot {lot} of dispute {no} was fixed ({candidates} candidates)',
  },
  'lot-drawn': {
    ja: '紛争第{no}号の第{lot}回のくじを引いた',
    en: 'Lot {lot} of dispute {no} was drawn',
  },
  'dispute-decided': {
    ja: '合議の意見が出た（第{no}号）',
    en: 'The council gave its opinion on dispute {no}',
  },
  'dispute-ended': { ja: '紛争の申し立てが終了（第{no}号）', en: 'Dispute {no} ended' },
  'decision-unmarked': { ja: '{seq}番を決定事項から外した', en: 'Mark taken off entry {seq}' },
};

/** The words for a message's entry; for what nobody foresaw, its key. */
export function kindWords(body: Readonly<Record<string, unknown>>, language: Language): string {
  const data = (body['data'] ?? {}) as Record<string, unknown>;
  const said = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const kind = said(body['kind']);
  const key = kind === 'offer' ? `offer-${said(data['what'])}` : kind === 'system' ? said(data['key']) : kind;
  const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, said(value)]));
  const words = kinds[key];
  return words ? fill(words[language], { ...values, n: said(body['revises']) }) : key;
}

/** What a note of the room fixes so that nobody can exchange it later: hashes, and the numbers of a lot. */
export function noteProofs(
  { data }: { readonly data?: Readonly<Record<string, unknown>> },
  language: Language,
): string {
  const said = (key: keyof typeof proofs) => {
    const value = data?.[key];
    return typeof value === 'string' ? [`${proofs[key][language]} ${value}`] : [];
  };
  return [...said('hash'), ...said('sha256'), ...said('addition'), ...said('seed')].join(' / ');
}

const proofs = {
  hash: { ja: 'ハッシュ', en: 'hash' },
  sha256: { ja: 'SHA-256', en: 'SHA-256' },
  addition: { ja: '加えた乱数', en: 'added' },
  seed: { ja: '種', en: 'seed' },
} as const satisfies Record<string, BothLanguages>;
