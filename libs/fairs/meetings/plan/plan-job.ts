import { Inject, Injectable } from '@nestjs/common';
import { IdentityReader } from '#identity/index.js';
import type { PlannedMeeting } from '#contracts/meeting-timetable.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { Live } from '#platform/realtime/index.js';
import { CONFIG } from '#platform/resources.js';
import type { SearchProgress } from '../../timetable/index.js';
import { holdEvent } from '../changed-meeting.js';
import { MeetingEventsReader, type EventRow } from '../meeting-events.reader.js';
import * as happened from '../meetings.events.js';
import { tablesOf } from '../slots.js';
import { PlanThread } from './plan-thread.js';
import { codesOf, type Codes } from './codes.js';
import type { PlanInput } from './event-input.js';
import type { PlanResult } from './solve-timetable.js';
import { stillPossible } from './still-possible.js';
import { TimetableReader, type ChoiceFacts, type TimetableFacts } from './timetable.reader.js';

const HALF_SECOND = 500;

/** The search for a timetable as a job: it tells how far it is, can be ended, and puts its result in the draft. */
@Injectable()
export class PlanJob {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly people: IdentityReader,
    private readonly live: Live,
    private readonly meetings: MeetingEventsReader,
    private readonly reader: TimetableReader,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** A plan that is over is not run again; one that was broken off begins anew. */
  async run(eventId: string, planId: string): Promise<void> {
    const [plan] = await this.database.query<{ limitSeconds: number }>(
      `update meeting_plan set state = 'running' where id = $1 and state in ('waiting', 'running')
       returning limit_seconds "limitSeconds"`,
      [planId],
    );
    const event = await this.meetings.row(eventId);
    if (!plan || !event) return;
    await this.hint(event.bodyIds, eventId);
    try {
      const facts = await this.reader.choiceFacts(event);
      const codes = codesOf(this.config.secretKey, event.seed ?? '', facts.firms, tablesOf(event.content));
      const result = await this.search(inputOf(facts, codes, plan.limitSeconds), planId, () =>
        this.hint(event.bodyIds, eventId),
      );
      await this.take(eventId, planId, facts, codes, result);
    } catch (error) {
      await this.database.query(
        `update meeting_plan set state = 'failed', finished_at = now() where id = $1 and state = 'running'`,
        [planId],
      );
      throw error;
    } finally {
      await this.hint(event.bodyIds, eventId);
    }
  }

  private async search(input: PlanInput, planId: string, hint: () => Promise<void>): Promise<PlanResult> {
    const thread = new PlanThread();
    let latest: SearchProgress | null = null;
    const look = async () => {
      const [plan] = await this.database.query<{ cancelAsked: boolean }>(
        `update meeting_plan set best = coalesce($2, best), bound = coalesce($3, bound), seconds = coalesce($4, seconds)
         where id = $1 returning cancel_asked "cancelAsked"`,
        [planId, latest?.best ?? null, finite(latest?.bound), latest?.seconds ?? null],
      );
      if (plan?.cancelAsked) thread.cancel();
      await hint();
    };
    // A look that fails is made up for by the next one.
    const timer = setInterval(() => void look().catch(() => undefined), HALF_SECOND);
    try {
      return await thread.run(input, (progress) => {
        latest = progress;
      });
    } finally {
      clearInterval(timer);
    }
  }

  /** In place of what was not fixed, unless the event has gone on meanwhile. */
  private async take(
    eventId: string,
    planId: string,
    before: TimetableFacts,
    codes: Codes,
    result: PlanResult,
  ): Promise<void> {
    await this.database.transaction(async () => {
      // Held as by everybody who lets a firm in or out, or changes how it comes.
      await holdEvent(this.database, eventId);
      const event = await this.meetings.row(eventId);
      const isStillWanted = event?.state === 'planning';
      const put = isStillWanted ? await this.replace(event, before, result) : null;
      await this.database.query(
        `update meeting_plan set state = $2, best = $3, bound = $4, is_proven = $5, meetings = $6, fewest = $7,
           seconds = extract(epoch from now() - requested_at), finished_at = now(), record = $8, codes = $9
         where id = $1`,
        [
          ...[planId, isStillWanted ? 'finished' : 'cancelled', result.breaks, finite(result.bound)],
          // Nothing is proven of a draft that is not what was found.
          ...[
            result.isProven && (put?.isWhole ?? true),
            put?.meetings ?? result.meetings.length,
            result.fewest,
          ],
          ...[JSON.stringify(result.published), JSON.stringify(codes)],
        ],
      );
      await this.events.record(
        happened.planFinished,
        { eventId, planId },
        { subjectId: eventId, actor: null },
      );
    });
  }

  /**
   * By what is so now, not by what was when the search began. A meeting that a secretary has fixed while it ran keeps
   * its place, and one that was fixed and taken out meanwhile stays out. Answers with the meetings of the draft, and
   * whether they are all that was found.
   */
  private async replace(
    event: EventRow,
    before: TimetableFacts,
    { meetings: found }: PlanResult,
  ): Promise<{ meetings: number; isWhole: boolean }> {
    const { firms, left, meetings } = await this.reader.facts(event);
    await this.database.query('delete from meeting where event_id = $1 and not is_fixed', [event.id]);
    const kept = meetings.filter(isPromised);
    const fixed = new Set(before.meetings.flatMap((one) => (isPromised(one) ? [one.id] : [])));
    const out = new Set(
      meetings.filter(({ id, state }) => fixed.has(id) && state === 'cancelled').map(pairAt),
    );
    const wanted = found.filter((one) => !out.has(pairAt(one)));
    const fresh = stillPossible({ firms, left, kept }, wanted);
    await this.database.query(
      `insert into meeting (event_id, orderer_id, supplier_id, slot, table_no, is_online, origin)
       select $1, "ordererId", "supplierId", slot, "table", "isOnline", 'plan'
       from jsonb_to_recordset($2) r("ordererId" uuid, "supplierId" uuid, slot int, "table" int, "isOnline" boolean)`,
      [event.id, JSON.stringify(fresh)],
    );
    const met = new Set([...kept, ...fresh].map(pairAt));
    return { meetings: kept.length + fresh.length, isWhole: found.every((one) => met.has(pairAt(one))) };
  }

  private async hint(bodyIds: readonly string[], eventId: string): Promise<void> {
    const people = await Promise.all(bodyIds.map((id) => this.people.peopleOfBody(id)));
    for (const { id } of people.flat())
      this.live.toUser(id, 'resource:changed', { kind: 'timetable', id: eventId });
  }
}

type Pair = Pick<PlannedMeeting, 'ordererId' | 'supplierId' | 'slot'>;
const pairAt = ({ ordererId, supplierId, slot }: Pair): string => `${ordererId} ${supplierId} ${slot}`;
const isPromised = ({ isFixed, state }: PlannedMeeting): boolean => isFixed && state !== 'cancelled';

const finite = (n: number | null | undefined): number | null =>
  n !== null && n !== undefined && Number.isFinite(n) ? Math.ceil(n) : null;

function inputOf(facts: ChoiceFacts, codes: Codes, limitSeconds: number): PlanInput {
  const { event, firms, slots, wishes, meetings } = facts;
  return {
    slots: slots.length,
    tables: codes.tables,
    firms: firms.map(({ participantId, side, attends, cap, openSlots, lossCredits }) => ({
      ...{ id: participantId, side, cap, openSlots, lossCredits },
      code: codes.firms[participantId] ?? '',
      isOnSite: attends === 'on-site',
    })),
    wishes,
    fixed: meetings
      .filter(isPromised)
      .map(({ ordererId, supplierId, slot, table }) => ({ ordererId, supplierId, slot, table })),
    seed: event.seed ?? '',
    limitSeconds,
  };
}
