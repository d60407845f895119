import { folded, spelled } from '#platform/search/index.js';
import type { Reason, Supplier } from './match.types.js';
import type { PreparedNeed } from './prepared-need.js';
import type { ShownRecords } from './records.js';
import { remembered } from './remembered.js';
import { both } from './rules/judged.js';

/** More would bury what the firm is asked for. */
const REASONS = 3;

/**
 * Why a firm fits that says it in other words: which word of the need was understood as what, and where the firm has it.
 * What a requirement or the need's own words already tell is left out.
 */
export function understoodReasons(need: PreparedNeed, supplier: Supplier, records: ShownRecords): Reason[] {
  const reasons: Reason[] = [];
  let texts: string[] | undefined;
  const isWritten = (word: string): boolean => {
    texts ??= Array.from({ length: records.size }, (_, i) => plain(records.at(i).text));
    return texts.some((text) => text.includes(plain(word)));
  };
  for (const { said, terms, codes } of need.understood) {
    if (reasons.length === REASONS) break;
    const code = codes.find((one) => !need.asksFor(one.code) && need.has(supplier, one.kind, one.code));
    if (code) {
      const { ja, en } = need.names(code.kind, code.code);
      const listed =
        code.kind === 'process'
          ? ['工程に登録', 'listed as a process']
          : ['材料に登録', 'listed as a material'];
      reasons.push(reasonOf(said, ja, en, listed[0] ?? '', listed[1] ?? ''));
      continue;
    }
    if (isWritten(said)) continue;
    const term = terms.find(({ text }) => isWritten(text));
    if (term) reasons.push(reasonOf(said, term.text, term.text, '登録内容にある', 'among what is listed'));
  }
  return reasons;
}

function reasonOf(said: string, ja: string, en: string, whereJa: string, whereEn: string): Reason {
  return {
    requirementId: null,
    level: 'text',
    kind: 'understood',
    verdict: 'partly',
    words: both(
      `「${said}」を「${ja}」と読みました（${whereJa}）`,
      `“${said}” was read as “${en}” (${whereEn})`,
    ),
    question: null,
    change: null,
  };
}

/** The same records and words are asked for in need after need, and making them plain takes longer than all else. */
const plain = remembered(20_000, (text: string) => folded(spelled(text)));
