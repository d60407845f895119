import type { Compliance, DisputeKind, DisputeState } from '#contracts/disputes.js';
import type { Finding } from '#contracts/sealed-vote.js';
import type { BothLanguages } from '#contracts/shapes.js';

export const summaryWords = {
  title: { ja: '紛争の概要（相談窓口用）', en: 'Summary of a dispute (for a consultation desk)' },
  no: { ja: '第{no}号', en: 'No. {no}' },
  kind: { ja: '種類', en: 'About' },
  claimant: { ja: '申し立てた側', en: 'Claimant' },
  respondent: { ja: '相手方', en: 'Respondent' },
  amount: { ja: '金額', en: 'Amount' },
  unknown: { ja: '記載なし', en: 'Not stated' },
  openedAt: { ja: '申し立て日時（日本時間）', en: 'Opened at (JST)' },
  state: { ja: '状態', en: 'State' },
  noCourt: {
    ja: '合議は同業の委員による意見で、裁判や仲裁ではなく、法律上の助言でもありません。',
    en: 'A council gives the opinion of peers; it is no court, no arbitration and no legal advice.',
  },
  statements: { ja: '双方の言い分', en: 'Statements' },
  coordinator: { ja: 'コーディネータ', en: 'Coordinator' },
  challenges: {
    ja: '当事者の求めで交代した委員とその理由',
    en: "Members replaced at a side's request, and why",
  },
  ties: {
    ja: '合議体ができたあとに当事者が自らの行為で利害関係を生じさせた委員',
    en: 'Members whom a side tied to itself by its own act once the council was known',
  },
  lots: { ja: '委員を選んだくじ', en: 'How the members were drawn' },
  lot: { ja: '第{no}回のくじ', en: 'Lot {no}' },
  drawnBy: { ja: '引いた人：{name}', en: 'Drawn by {name}' },
  drawnUnasked: { ja: '期限が来たため自動', en: 'Drawn by the system when the time was over' },
  candidates: { ja: '候補{n}人から{seats}人', en: '{seats} of {n} candidates' },
  evidence: { ja: '証拠', en: 'Evidence' },
  none: { ja: '選ばれた証拠はありません。', en: 'No evidence was chosen.' },
  when: { ja: '日時', en: 'When' },
  what: { ja: '内容', en: 'What' },
  settlement: { ja: '双方が合意した解決', en: 'Settlement that both sides agreed on' },
  proposed: { ja: '解決の提案（相手方は未確認）', en: 'Proposed settlement, not confirmed' },
  confirmedBy: { ja: '確認した人', en: 'Confirmed by' },
  endReason: { ja: '終了の理由', en: 'Reason for its end' },
  decision: { ja: '合議の意見', en: "The council's opinion" },
  finding: { ja: '結論', en: 'Finding' },
  owed: { ja: '支払うべき金額', en: 'Amount to be paid' },
  remedy: { ja: 'すべきこと', en: 'To be done' },
  dueOn: { ja: '期限', en: 'By' },
  by: { ja: '委員長', en: 'Chair' },
  opinion: { ja: '個別意見', en: 'Separate opinion' },
  compliance: { ja: 'その後', en: 'What came of it' },
} as const satisfies Record<string, BothLanguages>;

export const kindWords: Record<DisputeKind, BothLanguages> = {
  unpaid: { ja: '代金の未払い', en: 'Unpaid' },
  cancelled: { ja: '発注の取消し', en: 'Order cancelled' },
  reduced: { ja: '代金の減額', en: 'Payment reduced' },
  damages: { ja: '損害・やり直し', en: 'Damage or rework' },
  'price-ignored': { ja: '価格協議に応じない', en: 'Price talks refused' },
  quality: { ja: '品質の不一致', en: 'Quality' },
  other: { ja: 'その他', en: 'Other' },
};

export const stateWords: Record<DisputeState, BothLanguages> = {
  opened: { ja: '回答待ち', en: 'Waiting for the answer' },
  short: { ja: '委員候補が不足', en: 'Too few candidates' },
  listed: { ja: 'くじ待ち', en: 'To be drawn' },
  asking: { ja: '委員候補に打診中', en: 'Members are being asked' },
  hearing: { ja: '審理中', en: 'Hearing' },
  voting: { ja: '投票中', en: 'Voting' },
  opening: { ja: '開票中', en: 'Votes are being opened' },
  deciding: { ja: '意見作成中', en: 'The opinion is being written' },
  decided: { ja: '意見が出た', en: 'Decided' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
  settled: { ja: '双方の話し合いで解決', en: 'Settled by both sides' },
  lapsed: { ja: '意見が出ないまま終了', en: 'Ended without an opinion' },
};

export const findingWords: Record<Finding, BothLanguages> = {
  upheld: { ja: '申し立てのとおり', en: 'As claimed' },
  partly: { ja: '一部を認める', en: 'In part' },
  rejected: { ja: '認めない', en: 'Not as claimed' },
};

export const outcomeWords: Record<Compliance, BothLanguages> = {
  followed: { ja: '意見のとおりに済んだ', en: 'Followed' },
  partly: { ja: '一部だけ済んだ', en: 'Followed in part' },
  'not-followed': { ja: '済んでいない', en: 'Not followed' },
};
