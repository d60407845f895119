import type { z } from 'zod';
import type { MeetingEventContent, MeetingSlot } from '#contracts/meeting-events.js';
import type { eligibilityProblem, Participation, ReadinessItem } from '#contracts/meeting-participants.js';
import { sidesOf } from './meeting-event.policy.js';
import { openSlots } from './slots.js';

type EligibilityProblem = z.output<typeof eligibilityProblem>;

/** A firm as far as its one-page sheet and the event's conditions need it. */
export interface SheetFirm {
  readonly id: string;
  readonly isOrderer: boolean;
  readonly isSupplier: boolean;
  readonly prefecture: string | null;
  readonly summary: string;
  readonly processes: readonly string[];
  readonly verifiedAt: Date | null;
}

const YEAR_MS = 365 * 86_400_000;
/** A text that says more than a heading. Characters. */
const TELLING = 20;

/** What a firm's sheet needs before the other side can choose by it, in the order in which it is filled in. */
export function readinessOf(
  firm: SheetFirm,
  content: Participation,
  slots: readonly MeetingSlot[],
  now: Date,
): ReadinessItem[] {
  const isFresh = firm.verifiedAt !== null && now.getTime() - firm.verifiedAt.getTime() < YEAR_MS;
  const needs =
    content.needs.length > 0 &&
    content.needs.every((need) => need.text.length >= TELLING || need.processes.length > 0);
  const common: ReadinessItem[] = [
    { key: 'summary', isDone: firm.summary !== '' },
    { key: 'headline', isDone: content.headline !== '' },
    { key: 'availability', isDone: openSlots(slots, content).length > 0 },
  ];
  if (content.side === 'orderer') return [...common, { key: 'needs', isDone: needs }];
  return [
    ...common,
    { key: 'pitch', isDone: content.pitch.length >= TELLING },
    { key: 'processes', isDone: firm.processes.length > 0 },
    { key: 'verified', isDone: isFresh },
  ];
}

/** Which of the event's conditions a firm does not meet; the secretary may let it in all the same. */
export function eligibilityOf(
  firm: SheetFirm,
  { side }: Participation,
  event: MeetingEventContent,
  readiness: readonly ReadinessItem[],
): EligibilityProblem[] {
  const problems: EligibilityProblem[] = [];
  const { supplierPrefectures, sheetNeeded } = event.eligibility;
  if (!sidesOf(firm, event).includes(side)) {
    const isForHost = event.kind === 'made-to-order' && side === 'orderer';
    problems.push(isForHost ? 'not-the-host' : side === 'orderer' ? 'not-orderer' : 'not-supplier');
  }
  const isElsewhere = firm.prefecture === null || !supplierPrefectures.includes(firm.prefecture);
  if (side === 'supplier' && supplierPrefectures.length > 0 && isElsewhere) problems.push('prefecture');
  if (sheetNeeded && readiness.some((item) => !item.isDone)) problems.push('sheet-not-ready');
  return problems;
}
