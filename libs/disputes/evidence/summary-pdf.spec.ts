import { describe, expect, it } from '@jest/globals';
import { NO_ADDITION, type Dispute } from '#contracts/disputes.js';
import { newSeed } from '#platform/commitment.js';
import { pdfText } from '../../../test/support/pdf-text.js';
import { summaryPdf } from './summary-pdf.js';

const at = '2026-11-20T01:00:00.000Z';
const id = '01920000-0000-7000-8000-000000000001';
const lot = {
  ...{
    no: 1,
    format: 'nakadachi-lot/3',
    seats: 3,
    commitment: 'c',
    seed: 's',
    committedAt: at,
    candidates: 7,
  },
  ...{ listHash: 'l', excluded: [], listedAt: at, untold: [], untoldPartners: 0, drawnAt: at },
  ...{ addition: newSeed(), drawnBy: '発注 花子' },
} as const satisfies Dispute['lots'][number];
const seat = {
  ...{
    id,
    rank: 1,
    state: 'accepted',
    userId: id,
    name: '公平 一郎',
    organisation: '中立製作所',
    isChair: false,
  },
  ...{ isOwn: false, decline: null, challengedBy: null, challengeReason: '', tiedBy: [], mayReplace: false },
  dueAt: null,
} as const satisfies Dispute['panel'][number];
const dispute: Parameters<typeof summaryPdf>[0] = {
  ...{
    id,
    no: 12,
    roomId: id,
    title: '検出部ハウジング',
    kind: 'reduced',
    amountYen: 64_500,
    state: 'decided',
  },
  ...{ seats: 3, claimant: 'candidate', parties: { owner: '架空重機', candidate: '架空製作所' } },
  ...{ openedBy: '受注 太郎', untold: [], untoldPartners: 0, viewer: 'owner', dueAt: null, createdAt: at },
  statements: [
    { side: 'candidate', text: '15%減額されていました。', by: '受注 太郎', at },
    { side: null, text: '双方から聞きました。', by: '仲立 次郎', at },
  ],
  lots: [
    { ...lot, no: 1 },
    { ...lot, no: 2, seats: 1, addition: NO_ADDITION, drawnBy: null },
  ],
  panel: [
    seat,
    {
      ...seat,
      name: '忌避 二郎',
      state: 'challenged',
      challengedBy: 'owner',
      challengeReason: '以前の勤め先',
    },
    { ...seat, name: '縁故 三郎', tiedBy: ['candidate'] },
  ],
  ...{ challenged: ['owner'], evidence: 1, ready: [], votes: null, opinions: [], settlement: null },
  outcome: {
    finding: 'partly',
    amountYen: 43_000,
    counts: { upheld: 0, partly: 3, rejected: 0 },
    abstained: 0,
  },
  decision: {
    reasons: '通知が遅れたため。',
    remedy: '支払うこと',
    dueOn: '2026-12-20',
    sha256: 'ab',
    by: '公平 一郎',
    at,
  },
  compliance: [{ side: 'candidate', outcome: 'partly', note: '半分だけ', by: '受注 太郎', at }],
  ...{ endReason: '', version: 9 },
};
const piece = {
  ...{ position: 4, at, what: '発言', who: '受注 太郎', text: '20個を納品しました', hash: 'f'.repeat(64) },
  chosenBy: ['candidate'],
} as unknown as Parameters<typeof summaryPdf>[1][number];

/** Without its spaces, as it is read. */
const read = async (language: 'ja' | 'en', given: Partial<typeof dispute> = {}) =>
  pdfText(await summaryPdf({ ...dispute, ...given }, [piece], language, new Date(at)));

describe('the summary of a dispute on paper', () => {
  it.each([
    [
      'ja',
      [
        '第12号',
        '代金の減額',
        '64,500円',
        '架空製作所',
        '一部を認める',
        '43,000円',
        '一部だけ済んだ',
        '半分だけ',
      ],
    ],
    [
      'en',
      ['No.12', 'Paymentreduced', '¥64,500', 'Inpart', '¥43,000', 'Followedinpart', '通知が遅れたため。'],
    ],
  ] as const)('says in %s what was claimed, said, shown and found', async (language, parts) => {
    const text = await read(language);
    if (text === null) return;
    for (const part of [...parts, '15%減額されていました。', '双方から聞きました。', '20個を納品しました'])
      expect(text).toContain(part);
  });

  it.each([
    ['ja', '引いた人：発注花子', '期限が来たため自動', '誰も乱数を加えていません', '確かめられません'],
    [
      'en',
      'Drawnby発注花子',
      'Drawnbythesystem',
      'Nobodyaddedarandomnumber',
      'cannotshowthattheoperatordidnot',
    ],
  ] as const)(
    'says in %s of each lot who drew it, and that nobody added to one',
    async (language, ...parts) => {
      const text = await read(language);
      if (text === null) return;
      for (const part of parts) expect(text).toContain(part);
      const drawn = await read(language, { lots: [lot] });
      expect(drawn).toContain(parts[0]);
      for (const part of parts.slice(1)) expect(drawn).not.toContain(part);
    },
  );

  it.each([
    ['ja', '当事者の求めで交代した委員', '自らの行為で利害関係'],
    ['en', "replacedataside'srequest", 'tiedtoitselfbyitsownact'],
  ] as const)(
    'names in %s who was replaced at whose request, and who was tied by whom',
    async (language, ...parts) => {
      const text = await read(language);
      if (text === null) return;
      for (const part of [...parts, '忌避二郎', '以前の勤め先', '縁故三郎']) expect(text).toContain(part);
      const calm = await read(language, { panel: [seat] });
      for (const part of parts) expect(calm).not.toContain(part);
    },
  );
});
