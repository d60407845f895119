import type { BothLanguages } from '../match.types.js';
import type { Scope } from '../taxonomy-tree.js';
import { both, type Judged, type Names, type Rule, type Told } from './judged.js';

/** The words around the name of a process, material or theme. */
interface Wording {
  has(name: BothLanguages): BothLanguages;
  nothingListed: BothLanguages;
  question(name: BothLanguages): BothLanguages;
  change(name: BothLanguages): BothLanguages;
}

const wordings: Record<'process' | 'material' | 'theme', Wording> = {
  process: {
    has: ({ ja, en }) => both(`「${ja}」に対応`, `Does ${en}`),
    nothingListed: both('できる加工の登録がまだありません', 'No processes listed yet'),
    question: ({ ja, en }) => both(`「${ja}」はできますか。`, `Can you do ${en}?`),
    change: ({ ja, en }) => both(`「${ja}」ができれば満たします`, `Met if the firm can do ${en}`),
  },
  material: {
    has: ({ ja, en }) => both(`「${ja}」を扱う`, `Works with ${en}`),
    nothingListed: both('扱える材料の登録がまだありません', 'No materials listed yet'),
    question: ({ ja, en }) => both(`「${ja}」は扱えますか。`, `Can you work with ${en}?`),
    change: ({ ja, en }) => both(`「${ja}」を扱えれば満たします`, `Met if the firm works with ${en}`),
  },
  theme: {
    has: ({ ja, en }) => both(`「${ja}」に取り組む`, `Active in ${en}`),
    nothingListed: both('取り組むテーマの登録がまだありません', 'No themes listed yet'),
    question: ({ ja, en }) => both(`「${ja}」に取り組んでいますか。`, `Are you active in ${en}?`),
    change: ({ ja, en }) => both(`「${ja}」に取り組めば満たします`, `Met if the firm takes up ${en}`),
  },
};

/** A firm that lists none has not told; one that lists others has told that this is not among them. */
export const process: Rule<'process'> = ({ code }, { processScope, names }) => {
  const judge = termJudge('process', code, processScope(code), names);
  return ({ supplier }) => judge(supplier.processes.map((row) => row.code));
};

export const material: Rule<'material'> = ({ code }, { materialScope, names }) => {
  const judge = termJudge('material', code, materialScope(code), names);
  return ({ supplier }) => judge(supplier.materials);
};

export const theme: Rule<'theme'> = ({ code }, { names }) => {
  const judge = termJudge('theme', code, { meets: new Set([code]), broader: new Set() }, names);
  return ({ supplier }) => judge(supplier.themes);
};

function termJudge(
  list: keyof typeof wordings,
  wanted: string,
  { meets, broader }: Scope,
  names: Names,
): (stated: readonly string[]) => Judged {
  const wording = wordings[list];
  const name = names(list, wanted);
  return (stated) => {
    if (stated.length === 0)
      return {
        verdict: 'unknown',
        tell: () => ({ words: wording.nothingListed, question: wording.question(name) }),
      };
    const met = stated.includes(wanted) ? wanted : stated.find((code) => meets.has(code));
    if (met !== undefined)
      return { verdict: 'met', tell: () => ({ words: hasPartOf(wording, names(list, met), name) }) };
    const near = stated.find((code) => broader.has(code));
    if (near !== undefined)
      return { verdict: 'partly', tell: () => tellBroader(wording, names(list, near), name) };
    const others = () => stated.map((code) => names(list, code));
    return {
      verdict: 'missed',
      tell: () => ({ words: notAmong(name, others()), change: wording.change(name) }),
    };
  };
}

function tellBroader(wording: Wording, held: BothLanguages, wanted: BothLanguages): Told {
  const has = wording.has(held);
  return {
    words: both(`${has.ja}（「${wanted.ja}」かは未確認）`, `${has.en} (whether ${wanted.en} is not told)`),
    question: wording.question(wanted),
    change: wording.change(wanted),
  };
}

function hasPartOf(wording: Wording, held: BothLanguages, wanted: BothLanguages): BothLanguages {
  const has = wording.has(held);
  if (held.ja === wanted.ja) return has;
  return both(`${has.ja}（「${wanted.ja}」のひとつ）`, `${has.en} (a kind of ${wanted.en})`);
}

const SHOWN = 3;

function notAmong(wanted: BothLanguages, stated: BothLanguages[]): BothLanguages {
  const shown = stated.slice(0, SHOWN);
  const more = stated.length - shown.length;
  const ja = shown.map((name) => name.ja).join('、') + (more > 0 ? ` ほか${more}件` : '');
  const en = shown.map((name) => name.en).join(', ') + (more > 0 ? ` and ${more} more` : '');
  return both(`「${wanted.ja}」の登録なし（登録：${ja}）`, `${wanted.en} is not among those listed (${en})`);
}
