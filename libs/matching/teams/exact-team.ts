import { metresBetween } from './distance.js';
import type { TeamCost, TeamFirm, TeamQuestion } from './team.types.js';

/** A team before its steps are laid out: indices of firms. */
export interface Choice {
  readonly lead: number;
  /** Without the lead, ascending. */
  readonly others: readonly number[];
  readonly cost: TeamCost;
}

/** Some steps, given to some firms: what is still in the running for one set of steps. */
interface Label {
  readonly others: readonly number[];
  readonly changes: number;
  readonly metres: number;
  readonly days: number;
}

/**
 * The best team, by dynamic programming over sets of steps, once per size and possible lead: firms are taken in their
 * order, each does no step or some of those that nobody does yet. Per set of steps only what no other way of doing the
 * same steps outdoes in cost and days is kept; since every firm adds the same to both, nothing that could become the best
 * is dropped, so the answer is exact. Work: leads × firms × 3^steps at most; a firm that does few steps costs little, and
 * the last firm of a size must do all that is left.
 *
 * A set is a bit mask: one bit per step, and one more that says that a step is done within the tolerance.
 */
export function bestTeam(question: TeamQuestion, firms: readonly TeamFirm[]): Choice | null {
  const able = firms.map((firm) => abilityMask(firm));
  for (let size = 1; size <= question.steps; size += 1) {
    let best: Choice | null = null;
    firms.forEach((firm, lead) => {
      if (!firm.canLead || able[lead] === 0) return;
      best = new LeadSearch(question, firms, able, { size, lead, best }).run() ?? best;
    });
    if (best) return best;
  }
  return null;
}

const abilityMask = (firm: TeamFirm): number =>
  firm.abilities.reduce((mask, ability, step) => (ability ? mask | (1 << step) : mask), 0);

/** One lead, at most so many firms, and the best team so far, under an earlier lead. */
interface Search {
  readonly size: number;
  readonly lead: number;
  readonly best: Choice | null;
}

/** The best team under one lead, if it beats the best so far. */
class LeadSearch {
  private readonly tolerance: number;
  private readonly full: number;
  private readonly kept: ReadonlySet<string> | null;
  private readonly locked: ReadonlySet<string>;
  private readonly labels: Label[][];
  private readonly size: number;
  private readonly lead: number;
  private readonly best: Choice | null;

  constructor(
    private readonly question: TeamQuestion,
    private readonly firms: readonly TeamFirm[],
    private readonly able: readonly number[],
    { size, lead, best }: Search,
  ) {
    this.size = size;
    this.lead = lead;
    this.best = best;
    this.tolerance = 1 << question.steps;
    this.full = this.tolerance * 2 - 1;
    this.kept = question.keptIds.length > 0 ? new Set(question.keptIds) : null;
    this.locked = new Set(question.lockedIds);
    this.labels = Array.from({ length: this.full + 1 }, () => []);
  }

  run(): Choice | null {
    const leadChanges =
      this.question.keptLeadId !== null && this.firms[this.lead]!.id !== this.question.keptLeadId ? 1 : 0;
    const start = { others: [], changes: this.changesOf(this.lead) + leadChanges, metres: 0, days: 0 };
    for (let take = this.able[this.lead]!; take > 0; take = (take - 1) & this.able[this.lead]!)
      this.offer(this.maskOf(this.lead, take), { ...start, days: this.daysOf(this.lead, take) });
    this.firms.forEach((_, firm) => {
      if (firm !== this.lead) this.take(firm);
    });
    const [first] = this.labels[this.full]!;
    return first ? this.choice(first) : null;
  }

  /** Lets a firm do some of what is not done. From the fullest set down, so that it is added to no label twice. */
  private take(firm: number): void {
    const must = this.locked.has(this.firms[firm]!.id);
    const changes = this.changesOf(firm);
    const metres = metresBetween(this.firms[firm]!, this.firms[this.lead]!);
    for (let mask = this.full; mask > 0; mask -= 1) {
      const labels = this.labels[mask]!;
      if (labels.length === 0) continue;
      if (must) this.labels[mask] = [];
      const free = this.able[firm]! & ~mask;
      // The last firm of the team does all that is left.
      const isLast = labels.every((label) => label.others.length + 2 >= this.size);
      const least = isLast ? (this.tolerance - 1) & ~mask : 1;
      for (let take = free; take >= least && take > 0; take = (take - 1) & free) {
        const done = mask | this.maskOf(firm, take);
        const days = this.daysOf(firm, take);
        for (const label of labels)
          this.offer(done, {
            others: [...label.others, firm],
            changes: label.changes + changes,
            metres: label.metres + metres,
            days: label.days + days,
          });
      }
    }
  }

  private offer(mask: number, label: Label): void {
    if (this.question.days !== null && label.days > this.question.days) return;
    if (!this.mayBeat(mask, label)) return;
    const there = this.labels[mask]!;
    if (there.some((other) => compare(other, label) <= 0 && other.days <= label.days)) return;
    const left = there.filter((other) => compare(label, other) > 0 || label.days > other.days);
    this.labels[mask] = [...left, label].sort(compare);
  }

  /** What is not complete needs one more firm at least. Of equal teams the one under the earlier lead stands. */
  private mayBeat(mask: number, { others, changes, metres }: Label): boolean {
    if (1 + others.length + (mask === this.full ? 0 : 1) > this.size) return false;
    if (!this.best) return true;
    const { cost } = this.best;
    return changes < cost.changes || (changes === cost.changes && metres < cost.metres);
  }

  private maskOf(firm: number, take: number): number {
    const { abilities } = this.firms[firm]!;
    for (let step = 0; step < this.question.steps; step += 1)
      if (take & (1 << step) && abilities[step]!.holdsTolerance) return take | this.tolerance;
    return take;
  }

  private daysOf(firm: number, take: number): number {
    if (this.question.days === null) return 0;
    let days = 0;
    this.firms[firm]!.abilities.forEach((ability, step) => {
      if (take & (1 << step)) days += ability!.leadTimeDays ?? 0;
    });
    return days;
  }

  private changesOf(firm: number): number {
    return this.kept && !this.kept.has(this.firms[firm]!.id) ? 1 : 0;
  }

  private choice({ others, changes, metres }: Label): Choice {
    return { lead: this.lead, others, cost: { firms: 1 + others.length, changes, metres } };
  }
}

/** Fewer firms, fewer changes, nearer, and of equal ones those that stand earlier. */
function compare(a: Label, b: Label): number {
  const cost = a.others.length - b.others.length || a.changes - b.changes || a.metres - b.metres;
  if (cost !== 0) return cost;
  const at = a.others.findIndex((firm, i) => firm !== b.others[i]);
  return at < 0 ? 0 : a.others[at]! - b.others[at]!;
}
