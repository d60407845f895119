import type { PairingAim } from '../timetable.types.js';
import type { Explanation } from './explain.js';

export interface Words {
  readonly ja: string;
  readonly en: string;
}

/** An explanation in a sentence or two, for the firm itself. Names are put in by the screen, beside it. */
export function explanationWords(explanation: Explanation): Words {
  switch (explanation.outcome) {
    case 'chosen':
      return joined(CHOSEN, reasonOf(CHOSEN_BECAUSE, explanation));
    case 'missed':
      return joined(fullWords(explanation), reasonOf(MISSED_BECAUSE, explanation));
    case 'refused':
      // Who refused whom is between the organiser and that firm.
      return {
        ja: '条件により、組み合わせの対象になりませんでした。',
        en: 'By the conditions given, this pair could not be matched.',
      };
    case 'no-common-slot':
      return {
        ja: '双方が参加できる商談枠がありませんでした。',
        en: 'There is no slot in which both can attend.',
      };
    case 'no-slot-left':
      return {
        ja: '組み合わせには選ばれましたが、ほかの商談と重ならない枠が残っていませんでした。枠が空けば優先してご案内します。',
        en: 'The pair was chosen, but no slot was left that does not clash with other meetings. It comes first when one becomes free.',
      };
  }
}

const CHOSEN: Words = { ja: '商談が決まりました。', en: 'You have this meeting.' };

function fullWords({ firmIsFull, partnerIsFull }: Explanation): Words {
  if (firmIsFull && partnerIsFull)
    return {
      ja: '双方とも商談数の上限に達しています。',
      en: 'Both sides have as many meetings as they may.',
    };
  if (firmIsFull)
    return { ja: '貴社の商談数が上限に達しています。', en: 'You have as many meetings as you may.' };
  if (partnerIsFull)
    return {
      ja: '相手先の商談数が上限に達しています。',
      en: 'The other side has as many meetings as it may.',
    };
  return { ja: '会場の枠と卓の数に限りがありました。', en: 'The hall has no room for more meetings.' };
}

type Reasons = Readonly<Record<PairingAim['kind'], (amount: number, meetings: number) => Words>>;

const CHOSEN_BECAUSE: Reasons = {
  kept: () => ({ ja: 'すでにお約束した商談です。', en: 'It had been promised before.' }),
  musts: () => ({
    ja: '「必ず会いたい」という希望を最も多くかなえるために必要な商談です。',
    en: 'It is needed to meet as many “must” wishes as possible.',
  }),
  served: (_, meetings) => ({
    ja: `商談が少ない企業にも${meetings}件目の商談が届くようにするための商談です。`,
    en: `It gives a firm with few meetings its ${ordinal(meetings)}.`,
  }),
  'wish-value': (amount) => ({
    ja: `この商談がないと、全体の希望の合計が${amount}点下がります。`,
    en: `Without it, all wishes met together would be worth ${amount} less.`,
  }),
  'loss-credits': () => ({
    ja: '前回までに希望がかなわなかった分を考慮しました。',
    en: 'Wishes that came to nothing at earlier events were taken into account.',
  }),
  draw: () => ({
    ja: '同じ条件の組み合わせの中から、事前に公開した乱数の種による抽選で決まりました。',
    en: 'Among equal choices, it was drawn by the seed committed to beforehand.',
  }),
};

const MISSED_BECAUSE: Reasons = {
  kept: () => ({
    ja: 'この商談を入れると、すでにお約束した商談を取り消すことになります。',
    en: 'It would have cost a meeting that had been promised before.',
  }),
  musts: () => ({
    ja: 'この商談を入れると、「必ず会いたい」という希望を一つかなえられなくなります。',
    en: 'It would have cost a “must” wish.',
  }),
  served: (_, meetings) => ({
    ja: `この商談を入れると、商談が少ない企業の${meetings}件目の商談がなくなります。`,
    en: `It would have cost a firm with few meetings its ${ordinal(meetings)}.`,
  }),
  'wish-value': (amount) => ({
    ja: `この商談を入れると、全体の希望の合計が${amount}点下がります。`,
    en: `With it, all wishes met together would be worth ${amount} less.`,
  }),
  'loss-credits': () => ({
    ja: '前回までに希望がかなわなかった企業を優先しました。',
    en: 'Firms whose wishes came to nothing at earlier events came first.',
  }),
  draw: () => ({
    ja: '同じ条件の組み合わせの中から、事前に公開した乱数の種による抽選で選ばれませんでした。',
    en: 'Among equal choices, it was not drawn by the seed committed to beforehand.',
  }),
};

function reasonOf(reasons: Reasons, { decidedBy, loss }: Explanation): Words | null {
  if (!decidedBy) return null;
  return reasons[decidedBy.kind](loss, decidedBy.kind === 'served' ? decidedBy.meetings : 0);
}

const joined = (first: Words, second: Words | null): Words =>
  second ? { ja: `${first.ja}${second.ja}`, en: `${first.en} ${second.en}` } : first;

function ordinal(count: number): string {
  const suffix = count % 100 > 10 && count % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${suffix}`;
}
