import { judgeAll, type JudgedRequirement } from '../engine/candidate.js';
import type { BothLanguages, Need, Requirement, Supplier, Taxonomy } from '../engine/match.types.js';
import { needPreparer, type PreparedNeed } from '../engine/prepared-need.js';
import { daysBetween } from '../engine/rules/numbers.js';
import { namesOf } from '../engine/rules/judged.js';
import { describe } from '../engine/rules/describe.js';
import type { TeamFirm } from './team.types.js';

/** A step of an order: a process that it must have, in the order in which the order lists them. */
export interface Step {
  readonly requirementId: string;
  readonly code: string;
  readonly words: BothLanguages;
}

/** What is still to be asked of a firm about a step. */
export interface StepQuestion {
  readonly words: BothLanguages;
  readonly question: BothLanguages;
}

type Kind = Requirement['kind'];
/** What each step's firm must meet, in the rows of that step's process. */
const PER_STEP: readonly Kind[] = ['envelope', 'mass', 'lot', 'quantity', 'delivery', 'material', 'region'];
/** What the lead holds for all. */
const OF_LEAD: readonly Kind[] = ['certificate', 'theme'];

/** A firm as judged for one step; null where it cannot do it. */
interface Fit {
  readonly leadTimeDays: number | null;
  readonly tolerance: 'met' | 'unknown' | 'missed';
  readonly open: number;
}

/**
 * An order's musts as the composer takes them, judged by the engine's own rules. A firm does a step where it has told
 * that it does the process (or a broader one) and misses nothing else; what it has not told is a question. A tolerance is
 * held in one step; of several the tightest counts. Without a firm that has told so, those that told nothing count.
 */
export class TeamNeed {
  readonly steps: readonly Step[];
  /** What the lead must hold. */
  readonly leadWords: readonly BothLanguages[];
  readonly toleranceWords: BothLanguages | null;
  /** Days from today to the delivery; null where no day must be kept. */
  readonly days: number | null;
  private readonly ofStep: readonly PreparedNeed[];
  private readonly within: readonly PreparedNeed[];
  private readonly ofLead: PreparedNeed;

  constructor(need: Need, taxonomy: Taxonomy) {
    const prepare = needPreparer(taxonomy);
    const names = namesOf(taxonomy);
    const musts = need.requirements.filter(({ level }) => level === 'must');
    const only = (requirements: Requirement[]) => prepare({ ...need, requirements });
    const processes = musts.filter((must) => must.kind === 'process');
    const delivery = musts.find((must) => must.kind === 'delivery');
    const dated = need.requirements.filter(({ kind }) => kind === 'delivery');
    const [tightest] = musts.filter((must) => must.kind === 'tolerance').sort((a, b) => a.mm - b.mm);
    const perStep = musts.filter(({ kind }) => PER_STEP.includes(kind));
    const lead = musts.filter(({ kind }) => OF_LEAD.includes(kind));
    this.steps = processes.map((must) => ({
      requirementId: must.id,
      code: must.code,
      words: describe(must, names),
    }));
    this.ofStep = processes.map((must) => only([must, ...perStep]));
    this.within = tightest ? processes.map((must) => only([must, tightest])) : [];
    // The delivery goes along, since certificates must be valid on its day.
    this.ofLead = only([...lead, ...dated]);
    this.leadWords = lead.map((must) => describe(must, names));
    this.toleranceWords = tightest ? describe(tightest, names) : null;
    this.days = delivery ? daysBetween(need.today, delivery.date) : null;
  }

  /** Those that can do something, the better fitting first. */
  firms(suppliers: readonly Supplier[]): TeamFirm[] {
    const judged = suppliers.map((supplier) => ({
      supplier,
      canLead: this.leadVerdicts(supplier).every(({ verdict }) => verdict === 'met' || verdict === 'partly'),
      fits: this.ofStep.map((_, step) => this.fit(supplier, step)),
    }));
    const isTold = judged.some(({ fits }) => fits.some((fit) => fit?.tolerance === 'met'));
    const holds = (fit: Fit) => fit.tolerance === 'met' || (!isTold && fit.tolerance === 'unknown');
    return judged
      .map((firm) => ({ ...firm, done: firm.fits.filter((fit) => fit !== null) }))
      .filter(({ done }) => done.length > 0)
      .sort((a, b) => b.done.length - a.done.length || open(a) - open(b) || order(a, b))
      .map(({ supplier: { id, lat, lon }, canLead, fits }) => ({
        ...{ id, lat, lon, canLead },
        abilities: fits.map((fit) => fit && { leadTimeDays: fit.leadTimeDays, holdsTolerance: holds(fit) }),
      }));
  }

  /** What to ask a firm about a step that it is to do. */
  questions(supplier: Supplier, step: number): StepQuestion[] {
    return [...judgeAll(this.ofStep[step]!, supplier)].flatMap(asked);
  }

  /** What the lead holds, in the order of `leadWords`. */
  leadVerdicts(supplier: Supplier): JudgedRequirement[] {
    return judgeAll(this.ofLead, supplier).filter(({ requirement }) => OF_LEAD.includes(requirement.kind));
  }

  private fit(supplier: Supplier, step: number): Fit | null {
    const prepared = this.ofStep[step]!;
    const judged = judgeAll(prepared, supplier);
    const isMissed = judged.some(({ requirement, verdict }) =>
      requirement.kind === 'process' ? verdict === 'unknown' || verdict === 'missed' : verdict === 'missed',
    );
    if (isMissed) return null;
    const told = prepared.firmOf(supplier).rows.flatMap(({ leadTimeDays }) => leadTimeDays ?? []);
    return {
      leadTimeDays: told.length > 0 ? Math.min(...told) : null,
      tolerance: this.toleranceOf(supplier, step),
      open: judged.filter(({ verdict }) => verdict !== 'met').length,
    };
  }

  private toleranceOf(supplier: Supplier, step: number): Fit['tolerance'] {
    const prepared = this.within[step];
    if (!prepared) return 'met';
    const verdict = judgeAll(prepared, supplier).find(
      ({ requirement }) => requirement.kind === 'tolerance',
    )?.verdict;
    return verdict === 'met' || verdict === 'missed' ? verdict : 'unknown';
  }
}

function asked({ tell }: JudgedRequirement): StepQuestion[] {
  const { words, question } = tell();
  return question ? [{ words, question }] : [];
}

const open = ({ done }: { done: readonly Fit[] }): number => done.reduce((sum, fit) => sum + fit.open, 0);

const order = (a: { supplier: Supplier }, b: { supplier: Supplier }): number =>
  a.supplier.id < b.supplier.id ? -1 : 1;
