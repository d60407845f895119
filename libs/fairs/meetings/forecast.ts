import type { MeetingEventContent, MeetingSide } from '#contracts/meeting-events.js';
import type { MeetingForecast, Participation, Want } from '#contracts/meeting-participants.js';
import { openSlots, slotsOf } from './slots.js';

export interface ForecastFirm {
  readonly id: string;
  readonly name: string;
  readonly side: MeetingSide;
  readonly bodyId: string;
  readonly content: Participation;
}

export interface ForecastWish {
  readonly fromId: string;
  readonly toId: string;
  readonly want: Want;
}

/**
 * Slots against wishes, before anything is planned. At the fair of 2009 that the presets come from, 36 orderers with 18
 * meetings each offered 648 for 304 suppliers with 3 wishes each: at most 2.1 meetings a supplier.
 */
export function forecastOf(
  content: MeetingEventContent,
  firms: readonly ForecastFirm[],
  wishes: readonly ForecastWish[],
  credits: ReadonlyMap<string, number> = new Map(),
): MeetingForecast {
  const slots = slotsOf(content.days, content.rules);
  const caps = { orderer: content.rules.ordererMeetings, supplier: content.rules.supplierMeetings };
  const capacity = new Map(
    firms.map((firm) => [firm.id, Math.min(caps[firm.side], openSlots(slots, firm.content).length)]),
  );
  const capacityOf = (side: MeetingSide) =>
    firms.reduce((sum, firm) => sum + (firm.side === side ? (capacity.get(firm.id) ?? 0) : 0), 0);
  const { asked, mutual } = pairsOf(wishes);
  const onSite = firms.filter((firm) => firm.side === 'orderer' && firm.content.attends === 'on-site');
  const suppliers = firms.filter((firm) => firm.side === 'supplier').length;
  const offered = Math.min(capacityOf('orderer'), capacityOf('supplier'), tableLimit(content, slots.length));
  const positive = wishes.filter(({ want }) => want !== 'no');
  return {
    slots: slots.length,
    offered,
    ...{ asked, mutual },
    perSupplier: suppliers === 0 ? 0 : Math.floor((offered / suppliers) * 10) / 10,
    tablesNeeded: content.format === 'online' ? 0 : onSite.length,
    tables: content.tables,
    firms: firms.map(({ id, name, side, bodyId }) => ({
      ...{ participantId: id, name, side, bodyId, capacity: capacity.get(id) ?? 0 },
      made: positive.filter(({ fromId }) => fromId === id).length,
      received: positive.filter(({ toId }) => toId === id).length,
      lossCredits: credits.get(id) ?? 0,
    })),
  };
}

/** On site every meeting needs a table; where some are online, tables limit nothing for sure. */
const tableLimit = ({ format, tables }: MeetingEventContent, slots: number): number =>
  format === 'on-site' ? tables * slots : Number.POSITIVE_INFINITY;

/** Pairs that at least one side wishes for and neither refuses, and those that both wish for. */
function pairsOf(wishes: readonly ForecastWish[]): { asked: number; mutual: number } {
  const pairs = new Map<string, Want[]>();
  for (const { fromId, toId, want } of wishes) {
    const key = [fromId, toId].sort().join();
    pairs.set(key, [...(pairs.get(key) ?? []), want]);
  }
  const asked = [...pairs.values()].filter((wants) => !wants.includes('no'));
  return { asked: asked.length, mutual: asked.filter((wants) => wants.length === 2).length };
}
