import type { BothLanguages, Verdict } from '../match.types.js';
import { both, type Asked, type Rule, type Told } from './judged.js';
import { dayInJapanese } from './numbers.js';

/**
 * Must be valid on the delivery date, or today where none is asked for. One that runs out before it is usually
 * renewed: partly, and a question. One without a date counts as valid, and the words say so.
 */
export const certificate: Rule<'certificate'> = (requirement, asked) => {
  const name = asked.names('certificate', requirement.certificate);
  return ({ supplier: { certificates } }) => {
    const held = certificates.filter(({ kind }) => kind === requirement.certificate);
    const until = held.map(({ validUntil }) => validUntil ?? NO_DATE).reduce(later, NONE_HELD);
    const verdict = certificates.length === 0 ? 'unknown' : validity(until, asked);
    return { verdict, tell: () => tellCertificate(name, verdict, until) };
  };
};

/** Stands after every day. */
const NO_DATE = '9999';
/** Stands before every day. */
const NONE_HELD = '';

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function validity(until: string, { today, validOn }: Asked): Verdict {
  if (until >= validOn) return 'met';
  return until >= today ? 'partly' : 'missed';
}

function tellCertificate({ ja, en }: BothLanguages, verdict: Verdict, until: string): Told {
  if (verdict === 'unknown')
    return {
      words: both('認証の登録がまだありません', 'No certificates listed yet'),
      question: both(`${ja} をお持ちですか。`, `Do you hold ${en}?`),
    };
  if (until === NONE_HELD)
    return {
      words: both(`${ja} の登録なし`, `${en} is not among the certificates listed`),
      change: both(`${ja} を取得すれば満たします`, `Met once the firm holds ${en}`),
    };
  if (until === '9999')
    return { words: both(`${ja} を保有（期限の記載なし）`, `Holds ${en} (no expiry told)`) };
  const words = both(`${ja} を保有（${dayInJapanese(until)}まで）`, `Holds ${en} (until ${until})`);
  if (verdict === 'met') return { words };
  const change = both(`${ja} を更新すれば満たします`, `Met once ${en} is renewed`);
  if (verdict === 'missed') return { words, change };
  return { words, change, question: both(`${ja} を更新する予定はありますか。`, `Will you renew ${en}?`) };
}

export const region: Rule<'region'> = (requirement, { names }) => {
  const wanted = requirement.prefectures.map((code) => names('prefecture', code));
  const ja = wanted.map((name) => name.ja).join('・');
  const en = wanted.map((name) => name.en).join(', ');
  return ({ supplier: { prefecture } }) => {
    if (prefecture === null) return { verdict: 'unknown', tell: noPlaceTold };
    const place = names('prefecture', prefecture);
    if (requirement.prefectures.includes(prefecture))
      return {
        verdict: 'met',
        tell: () => ({ words: both(`所在地 ${place.ja}`, `Located in ${place.en}`) }),
      };
    return {
      verdict: 'missed',
      tell: () => ({
        words: both(`所在地 ${place.ja}（希望は ${ja}）`, `Located in ${place.en} (wanted: ${en})`),
        change: both(`${ja} に拠点があれば満たします`, `Met with a site in ${en}`),
      }),
    };
  };
};

function noPlaceTold(): Told {
  return {
    words: both('所在地の登録がまだありません', 'No location told yet'),
    question: both('どちらの都道府県にありますか。', 'In which prefecture are you?'),
  };
}
