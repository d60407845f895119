import type { INestApplicationContext } from '@nestjs/common';
import type { Outcome } from '#contracts/introductions.js';
import { meetingDayApi } from '#contracts/meeting-day.js';
import { meetingEventsApi } from '#contracts/meeting-events.js';
import { meetingParticipantsApi, participation } from '#contracts/meeting-participants.js';
import { meetingResultsApi } from '#contracts/meeting-results.js';
import { meetingTimetableApi } from '#contracts/meeting-timetable.js';
import { OUTCOME_LINK } from '#fairs/index.js';
import { signedLink } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { CONFIG } from '#platform/resources.js';
import type { Demo } from '../seed.js';
import { ANSWER_PORTIONS } from './day-hours.js';
import type { DemoClient } from './demo-client.js';
import type { DayThings } from './prepare-day.js';

interface Given {
  readonly demo: Pick<Demo, 'owners'>;
  readonly things: DayThings;
  readonly anybody: DemoClient;
  readonly organiser: () => Promise<DemoClient>;
}

const ASK_PATIENCE_MS = 60_000;
/** What both sides say of a meeting, in turn; null: that side does not answer. */
const outcomes: readonly (readonly [orderer: Outcome | null, supplier: Outcome | null])[] = [
  ['continuing', 'continuing'],
  ['likely', 'likely'],
  ['deal', 'deal'],
  ['no-deal', 'no-deal'],
  ['continuing', 'continuing'],
  ['likely', 'continuing'],
  ['likely', 'likely'],
  ['deal', 'deal'],
  ['continuing', null],
  ['no-deal', 'no-deal'],
  [null, null],
];

/** The meeting event of the day: reception, rounds, places that fall free, a walk-in, and what came of it. */
export class DayTables {
  private answers: (() => Promise<unknown>)[] = [];
  /** Firms that were taken out. */
  private readonly gone = new Set<string>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly given: Given,
  ) {}

  open = (): Promise<void> => this.advance('running');

  async receive(key: string): Promise<void> {
    const participantId = this.given.things.participants.get(key);
    if (!participantId) return;
    const body = { at: new Date().toISOString() };
    await this.organise(meetingDayApi.checkIn, { params: { id: this.eventId, participantId }, body });
  }

  /**
   * Notes which meetings were held. A firm that was not there is taken out: its later meetings are cancelled.
   */
  async endRound(slot: number): Promise<void> {
    const { firms, meetings } = await this.organise(meetingDayApi.day, this.event);
    const away = new Set(
      firms.flatMap(({ participantId, checkedInAt }) => (checkedInAt ? [] : [participantId])),
    );
    const missing = new Set<string>();
    for (const { id, ordererId, supplierId } of meetings.filter(
      (one) => one.slot === slot && one.state === 'planned',
    )) {
      const gone = [ordererId, supplierId].filter((firm) => away.has(firm));
      for (const firm of gone) missing.add(firm);
      const body = { state: gone.length > 0 ? ('no-show' as const) : ('held' as const) };
      await this.organise(meetingDayApi.attend, { params: { id: this.eventId, meetingId: id }, body });
    }
    for (const participantId of missing) {
      if (this.gone.has(participantId)) continue;
      this.gone.add(participantId);
      await this.organise(meetingParticipantsApi.withdraw, {
        params: { id: this.eventId, participantId },
        body: { reason: '来場がなかったため' },
      });
    }
  }

  async fillPlaces(): Promise<void> {
    for (let tries = 1; ; tries++) {
      const { digest } = await this.organise(meetingDayApi.refillOffers, this.event);
      try {
        await this.organise(meetingDayApi.refill, { ...this.event, body: { digest } });
        return;
      } catch (error) {
        // Whoever looks on may have changed something between the two.
        if (tries === 3 || !String(error).includes('meeting/refill-changed')) throw error;
      }
    }
  }

  /** A firm that had not registered is let in and put at the first free table of the next rounds. */
  async walkIn(key: string): Promise<void> {
    const owner = this.given.demo.owners.get(key);
    if (!owner?.company) return;
    const content = participation.parse({
      ...{
        side: 'supplier',
        contact: owner.name,
        headline: '当日参加：小物ばねの試作',
        pitch: '1個から2日で試作します。',
        needs: [],
      },
    });
    const { id: supplierId } = await this.organise(meetingParticipantsApi.enter, {
      ...this.event,
      body: { ...content, companyId: owner.company.id },
    });
    const params = { id: this.eventId, participantId: supplierId };
    await this.organise(meetingParticipantsApi.decide, { params, body: { decision: 'approve', reason: '' } });
    this.given.things.participants.set(key, supplierId);
    await this.receive(key);
    const day = await this.organise(meetingDayApi.day, this.event);
    const later = day.slots.filter(({ startsAt }) => startsAt > day.now);
    const orderers = day.firms.filter(({ side, checkedInAt }) => side === 'orderer' && checkedInAt);
    const taken = day.meetings.filter(({ state }) => state !== 'cancelled');
    for (const { no: slot } of later)
      for (const { participantId: ordererId } of orderers) {
        const table = taken.find((one) => one.ordererId === ordererId)?.table;
        const isFree = !taken.some(
          (one) => one.slot === slot && (one.ordererId === ordererId || one.table === table),
        );
        if (table && isFree) {
          const body = { ordererId, supplierId, slot, table, overrule: true };
          await this.organise(meetingTimetableApi.add, { ...this.event, body });
          return;
        }
      }
    throw new Error('There is no place for a walk-in.');
  }

  /** The event is over: every firm is asked what became of its meetings. */
  async end(): Promise<void> {
    await this.advance('finished');
    const { meetings, firms } = await this.organise(meetingDayApi.day, this.event);
    const held = meetings.filter(({ state }) => state === 'held');
    const asked = firms.filter(({ participantId }) =>
      held.some(({ ordererId, supplierId }) => [ordererId, supplierId].includes(participantId)),
    );
    const tokens = await this.linksOf(asked.length);
    this.answers = held.flatMap(({ id: meetingId, ordererId, supplierId }, i) => {
      const [orderer = null, supplier = null] = outcomes[i % outcomes.length] ?? [];
      return (
        [
          [ordererId, orderer],
          [supplierId, supplier],
        ] as const
      ).flatMap(([firm, outcome]) => {
        const token = tokens.get(firm);
        if (!outcome || !token) return [];
        const body = { outcome, code: outcome === 'no-deal' ? ('price' as const) : null, note: '' };
        return [
          () => this.given.anybody.call(meetingResultsApi.answer, { params: { token, meetingId }, body }),
        ];
      });
    });
  }

  async answerOutcomes(portion: number): Promise<void> {
    for (let i = portion; i < this.answers.length; i += ANSWER_PORTIONS) await this.answers[i]?.();
  }

  /** What the mails bring, which the demonstration's accounts do not get: the link of each firm, by participant. */
  private async linksOf(expected: number): Promise<Map<string, string>> {
    const { secretKey } = this.app.get<AppConfig>(CONFIG, { strict: false });
    for (const deadline = Date.now() + ASK_PATIENCE_MS; ;) {
      const asks = await this.app
        .get(Database, { strict: false })
        .query<{ id: string; participantId: string }>(
          `select q.id, q.participant_id "participantId" from meeting_ask q
         join meeting_participant p on p.id = q.participant_id where p.event_id = $1`,
          [this.eventId],
        );
      if (asks.length >= expected)
        return new Map(
          asks.map(({ id, participantId }) => [participantId, signedLink(secretKey, OUTCOME_LINK, id)]),
        );
      if (Date.now() > deadline) throw new Error('The firms were not asked.');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private async advance(to: 'running' | 'finished'): Promise<void> {
    const { version } = await this.organise(meetingEventsApi.get, this.event);
    await this.organise(meetingEventsApi.advance, { ...this.event, version, body: { to } });
  }

  private organise: DemoClient['call'] = async (endpoint, given) =>
    (await this.given.organiser()).call(endpoint, given);

  private get eventId(): string {
    return this.given.things.eventId;
  }

  private get event(): { params: { id: string } } {
    return { params: { id: this.eventId } };
  }
}
