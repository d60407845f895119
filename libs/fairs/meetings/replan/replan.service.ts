import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ReplanChange, ReplanProposal } from '#contracts/meeting-replan.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError } from '#platform/http/index.js';
import { FairClock } from '../../fair-clock.js';
import type { ReplanResult } from '../../timetable/index.js';
import { holdEvent, tellMeetingChanged } from '../changed-meeting.js';
import { demandDay } from '../day/day.service.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import { comingSlots } from '../plan/leaving.service.js';
import { TimetableReader, type ChoiceFacts } from '../plan/timetable.reader.js';
import { tablesOf } from '../slots.js';
import { isWithoutAnswer, replanOf, type Change } from './replan-question.js';
import { replanInThread } from './replan-thread.js';

/** What a secretary asks: the tables and slots that are closed from now on, and whether wishes are let in. */
export interface ReplanAsk {
  readonly closedTables: readonly number[];
  readonly closedSlots: readonly number[];
  readonly addWishes: boolean;
}

interface Decided {
  readonly proposal: ReplanProposal;
  readonly changes: readonly Change[];
  readonly facts: ChoiceFacts;
}

/** A timetable that is out, mended with as few moves as possible: shown first, then taken over or left. */
@Injectable()
export class ReplanService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly meetings: MeetingEventsReader,
    private readonly timetables: TimetableReader,
    private readonly clock: FairClock,
  ) {}

  /** Changes nothing. Error: `meeting/illegal-transition` unless the timetable is out and the event is not over. */
  async proposal(actor: Actor, eventId: string, ask: ReplanAsk): Promise<ReplanProposal> {
    const event = await this.meetings.organised(actor, eventId);
    demandDay(event);
    return (await this.decide(event, ask)).proposal;
  }

  /**
   * As it was shown (`digest` of {@link proposal}); the firms of each changed meeting are told, and nobody else. Error:
   * `meeting/replan-changed` where it would come out otherwise by now, or nothing was found.
   */
  async take(
    actor: Actor,
    eventId: string,
    { digest, ...ask }: ReplanAsk & { digest: string },
  ): Promise<{ moved: number; added: number; cancelled: number }> {
    return this.database.transaction(async () => {
      await holdEvent(this.database, eventId);
      const event = await this.meetings.organised(actor, eventId);
      demandDay(event);
      const { proposal, changes, facts } = await this.decide(event, ask);
      if (proposal.digest !== digest || proposal.outcome === 'none')
        throw new AppError('meeting/replan-changed');
      await this.database.query(
        'update meeting_event set closed_tables = $2, closed_slots = $3, updated_at = now() where id = $1',
        [eventId, sorted(ask.closedTables), sorted(ask.closedSlots)],
      );
      return this.put(actor, event, facts, changes);
    });
  }

  private async decide(event: EventRow, ask: ReplanAsk): Promise<Decided> {
    const facts = await this.timetables.choiceFacts({ ...event, closedSlots: ask.closedSlots });
    const coming = comingSlots(event, this.clock.now(event.id));
    const begun = new Set(facts.slots.flatMap(({ no }) => (coming.includes(no) ? [] : [no])));
    const replan = replanOf(
      {
        ...{ firms: facts.firms, wishes: facts.wishes, meetings: facts.meetings, left: facts.left },
        ...{ slots: facts.slots.length, tables: tablesOf(event.content), seed: event.seed ?? '' },
        openSlots: coming.filter((no) => !ask.closedSlots.includes(no)),
        closedTables: ask.closedTables,
        addWishes: ask.addWishes,
      },
      begun,
    );
    const result = await replanInThread(replan.question);
    const changes = replan.changesOf(result);
    const outcome = outcomeOf(result);
    const told = changes.map((change) => toldOf(change, facts));
    const proposal = {
      outcome,
      moves: result.moved.length,
      bound: Number.isFinite(result.movesBound) ? result.movesBound : 0,
      stays: outcome === 'none' ? 0 : replan.movable - changes.filter(({ meeting }) => meeting).length,
      wishesLeft: replan.asked - changes.filter(({ meeting }) => !meeting).length,
      changes: told,
    };
    return { proposal: { ...proposal, digest: digestOf(ask, changes) }, changes, facts };
  }

  private async put(
    actor: Actor,
    event: EventRow,
    facts: ChoiceFacts,
    changes: readonly Change[],
  ): Promise<{ moved: number; added: number; cancelled: number }> {
    const moving = changes.flatMap(({ meeting, to }) => (meeting && to ? [{ id: meeting.id, ...to }] : []));
    const off = changes.flatMap(({ meeting, to }) => (meeting && !to ? [meeting.id] : []));
    await this.database.query(
      `update meeting set state = 'cancelled', why = 'no-place', sequence = sequence + 1, updated_at = now()
       where id = any($1)`,
      [off],
    );
    // Out of each other's way first: two may change places, and at no time may anybody be in two.
    await this.database.query('update meeting set slot = -slot, table_no = null where id = any($1)', [
      moving.map(({ id }) => id),
    ]);
    for (const { meeting, ordererId, supplierId, to } of changes) {
      if (!to) continue;
      const place = [to.slot, to.table, isOnline(facts, [ordererId, supplierId])];
      const id = meeting
        ? await this.move(meeting.id, place)
        : await this.add(event, ordererId, supplierId, place);
      await tellMeetingChanged(this.events, actor, event, id, meeting ? 'moved' : 'added');
    }
    for (const id of off) await tellMeetingChanged(this.events, actor, event, id, 'cancelled');
    return {
      ...{ moved: moving.length, cancelled: off.length },
      added: changes.filter(({ meeting }) => !meeting).length,
    };
  }

  private async move(id: string, place: readonly unknown[]): Promise<string> {
    await this.database.query(
      `update meeting set slot = $2, table_no = $3, is_online = $4, sequence = sequence + 1, updated_at = now()
       where id = $1`,
      [id, ...place],
    );
    return id;
  }

  private async add(
    event: EventRow,
    ordererId: string,
    supplierId: string,
    place: readonly unknown[],
  ): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into meeting (event_id, orderer_id, supplier_id, slot, table_no, is_online, origin)
       values ($1, $2, $3, $4, $5, $6, 'plan') returning id`,
      [event.id, ordererId, supplierId, ...place],
    );
    return row?.id ?? '';
  }
}

function outcomeOf({ status }: ReplanResult): ReplanProposal['outcome'] {
  if (isWithoutAnswer(status)) return 'none';
  return status === 'optimal' ? 'proven' : 'found';
}

const toldOf = ({ meeting, ordererId, supplierId, from, to }: Change, facts: ChoiceFacts): ReplanChange => ({
  ...{ meetingId: meeting?.id ?? null, ordererId, supplierId, from, to },
  ...{ orderer: facts.nameOf(ordererId), supplier: facts.nameOf(supplierId) },
});

const isOnline = ({ firms }: ChoiceFacts, ids: readonly string[]): boolean =>
  firms.some(({ participantId, attends }) => ids.includes(participantId) && attends === 'online');

const sorted = (all: readonly number[]): number[] => [...new Set(all)].sort((a, b) => a - b);

/** Of what is asked and what would happen. SHA-256, hex. */
const digestOf = ({ closedTables, closedSlots, addWishes }: ReplanAsk, changes: readonly Change[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        ...[sorted(closedTables), sorted(closedSlots), addWishes],
        changes.map(({ meeting, ordererId, supplierId, from, to }) => [
          ...[meeting?.id, ordererId, supplierId],
          ...[from?.slot, from?.table, to?.slot, to?.table],
        ]),
      ]),
    )
    .digest('hex');
