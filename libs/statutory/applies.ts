import type { MissingFact, PartyFacts, Verdict, WorkKind } from '#contracts/statutory.js';
import type { Rule, ScopeRule } from './rules.js';

/** Who entrusts what to whom. */
export interface Deal {
  readonly work: WorkKind | null;
  readonly orderer: PartyFacts;
  readonly supplier: PartyFacts;
}

/** Yes, no, or not known for want of these facts. */
type Answer = boolean | readonly MissingFact[];

const both = (...answers: Answer[]): Answer => {
  if (answers.includes(false)) return false;
  const missing = answers.filter((one): one is readonly MissingFact[] => typeof one !== 'boolean').flat();
  return missing.length === 0 ? true : missing;
};
const either = (...answers: Answer[]): Answer => {
  if (answers.includes(true)) return true;
  const missing = answers.filter((one): one is readonly MissingFact[] => typeof one !== 'boolean').flat();
  return missing.length === 0 ? false : missing;
};
const not = (answer: Answer): Answer => (typeof answer === 'boolean' ? !answer : answer);

/** Whether the parties are in one class of the act's scope (取適法第2条第8項 and 第9項). */
function inClass({ params }: ScopeRule, { work, orderer, supplier }: Deal): Answer {
  const { works, measure, ordererOver, ordererUpTo, supplierUpTo } = params;
  if (work !== null && !works.includes(work)) return false;
  if (orderer.legalForm === 'sole-proprietor') return false;
  const size = (facts: PartyFacts) => (measure === 'capital' ? facts.capitalYen : facts.staff);
  const [large, small] = [size(orderer), size(supplier)];
  const isLarge: Answer =
    large === null
      ? [`orderer-${measure}`]
      : large > ordererOver && (ordererUpTo === null || large <= ordererUpTo);
  const isProprietor = measure === 'capital' && supplier.legalForm === 'sole-proprietor';
  const isSmall: Answer = isProprietor || (small === null ? [`supplier-${measure}`] : small <= supplierUpTo);
  return both(isLarge, isSmall, work === null ? ['work'] : true);
}

/** 取適法: applies where one class does; the head count counts where no capital class does. */
export function toriteki(rules: readonly Rule[], deal: Deal): Verdict {
  const classes = rules.filter(
    (rule): rule is ScopeRule => rule.act === 'toriteki' && rule.kind === 'applies',
  );
  const answers = classes.map((rule) => ({
    rule,
    answer: deal.work === 'none' ? false : inClass(rule, deal),
  }));
  const yes = answers.find(({ answer }) => answer === true)?.rule;
  const answer = either(...answers.map((one) => one.answer));
  return {
    act: 'toriteki',
    answer: answer === true ? 'applies' : answer === false ? 'applies-not' : 'unknown',
    rule: yes?.code ?? null,
    source: yes?.source ?? null,
    missing: typeof answer === 'boolean' ? [] : [...new Set(answer)],
    full: answer === true ? true : answer === false ? false : null,
  };
}

/** Somebody who works alone: no employee, and (a corporation) no officer beside its representative. */
function worksAlone(party: PartyFacts, who: 'orderer' | 'supplier'): Answer {
  const noStaff: Answer = party.staff === null ? [`${who}-staff`] : party.staff === 0;
  if (party.legalForm === 'sole-proprietor') return noStaff;
  return both(
    noStaff,
    party.soleOfficer === null ? (noStaff === false ? false : [`${who}-officers`]) : party.soleOfficer,
  );
}

/**
 * フリーランス法: the supplier works alone (第2条第1項). Written terms bind every orderer; `full` says whether the orderer is one
 * with staff or several officers (特定業務委託事業者, 第2条第6項), whom also payment and the prohibitions bind.
 */
export function freelance(rules: readonly Rule[], deal: Deal): Verdict {
  const rule = rules.find((one) => one.act === 'freelance' && one.kind === 'applies');
  const answer: Answer =
    rule === undefined || deal.work === 'none'
      ? false
      : both(worksAlone(deal.supplier, 'supplier'), deal.work === null ? ['work'] : true);
  const full = answer === false ? false : not(worksAlone(deal.orderer, 'orderer'));
  const missing = [
    ...(typeof answer === 'boolean' ? [] : answer),
    ...(typeof full === 'boolean' ? [] : full),
  ];
  return {
    act: 'freelance',
    answer: answer === true ? 'applies' : answer === false ? 'applies-not' : 'unknown',
    rule: answer === true ? (rule?.code ?? null) : null,
    source: answer === true ? (rule?.source ?? null) : null,
    missing: answer === false ? [] : [...new Set(missing)],
    full: typeof full === 'boolean' ? full : null,
  };
}

/** Whether each act applies, by the rules that hold. */
export const verdictsOf = (rules: readonly Rule[], deal: Deal): Verdict[] => [
  toriteki(rules, deal),
  freelance(rules, deal),
];
