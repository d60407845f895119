import { Injectable } from '@nestjs/common';
import { boothsOf } from '#contracts/fair-plan.js';
import type { FairContent, FairStep } from '#contracts/fair-exhibition.js';
import { IdentityReader } from '#identity/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, StaleError } from '#platform/http/index.js';
import { normalise } from '#platform/search/index.js';
import { Fair } from './fair.entity.js';
import { canCancel, canEdit, canRead, isOrganiser, type FairFacts } from './fair.policy.js';
import { mayGo } from './fair.states.js';
import * as happened from './fairs.events.js';
import { FairsReader } from './fairs.reader.js';
import { organisersOf, setOrganisers, type OrganisersTables } from '../organisers.js';
import { VisitorNewsDesk } from './visitors/visitor-news.js';

const ORGANISERS: OrganisersTables = { bodies: 'fair_body', firms: 'fair_exhibitor', key: 'fair_id' };

@Injectable()
export class FairsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly people: IdentityReader,
    private readonly reader: FairsReader,
    private readonly news: VisitorNewsDesk,
  ) {}

  /**
   * A new draft, led by the actor's body. Answers with its id. Error: `request/invalid` for unknown bodies, and for a fair
   * before it or a meeting event that the actor's body does not organise.
   */
  async create(actor: Actor, content: FairContent): Promise<string> {
    const lead = actor.body?.id;
    authorize(lead !== undefined);
    await this.demandKnown(actor, content, null);
    return this.database.transaction(async () => {
      const fair = this.database
        .repository(Fair)
        .create({ state: 'draft', createdBy: actor.userId, ...columnsOf(content) });
      await this.database.repository(Fair).insert(fair);
      await this.setOrganisers(fair.id, lead ?? '', content);
      await this.events.record(happened.fairCreated, { fairId: fair.id }, { subjectId: fair.id, actor });
      return fair.id;
    });
  }

  /** Until the fair is over. Errors: `fair/illegal-transition`, `fair/booth-taken`. */
  async update(actor: Actor, id: string, version: number, content: FairContent): Promise<void> {
    await this.demandKnown(actor, content, id);
    await this.change(actor, id, version, async (fair, facts) => {
      if (!canEdit(actor, facts)) throw new AppError('fair/illegal-transition');
      await this.demandBooths(id, content);
      Object.assign(fair, columnsOf(content));
      await this.setOrganisers(id, facts.bodyIds[0] ?? '', content);
      await this.events.record(happened.fairChanged, { fairId: id }, { subjectId: id, actor });
    });
  }

  /** To the next state. Errors: `fair/illegal-transition`; `fair/nobody-exhibits` where nobody was let in. */
  async advance(actor: Actor, id: string, version: number, to: FairStep): Promise<void> {
    await this.change(actor, id, version, async (fair) => {
      if (!mayGo(fair.state, to)) throw new AppError('fair/illegal-transition');
      if (to === 'open') fair.openedAt = new Date();
      if (to === 'published') await this.demandExhibitors(id);
      fair.state = to;
      await this.events.record(happened.fairAdvanced, { fairId: id, state: to }, { subjectId: id, actor });
    });
  }

  /** Cancels; it stays visible with its reason and cost. Exhibitors and visitors are told. */
  async cancel(
    actor: Actor,
    id: string,
    version: number,
    { reason, costYen }: { reason: string; costYen: number | null },
  ): Promise<void> {
    await this.change(actor, id, version, async (fair, facts) => {
      if (!canCancel(actor, facts)) throw new AppError('fair/illegal-transition');
      Object.assign(fair, { state: 'cancelled', reason, costYen, cancelledAt: new Date() });
      await this.events.record(happened.fairCancelled, { fairId: id }, { subjectId: id, actor });
      await this.news.tellAll(id, 'fair-cancelled');
    });
  }

  async setCost(actor: Actor, id: string, version: number, costYen: number | null): Promise<void> {
    await this.change(actor, id, version, async (fair) => {
      fair.costYen = costYen;
      await this.events.record(happened.fairChanged, { fairId: id }, { subjectId: id, actor });
    });
  }

  private async change(
    actor: Actor,
    id: string,
    version: number,
    decide: (fair: Fair, facts: FairFacts) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const fairs = this.database.repository(Fair);
      const fair = await fairs.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      const bodyIds = await organisersOf(this.database, ORGANISERS, id);
      if (!fair || !canRead(actor, { ...fair, bodyIds })) throw new AppError('request/not-found');
      const facts = { state: fair.state, openedAt: fair.openedAt, bodyIds };
      authorize(isOrganiser(actor, facts));
      if (fair.version !== version) throw new StaleError(await this.reader.get(actor, id));
      await decide(fair, facts);
      fair.version += 1;
      fair.updatedAt = new Date();
      await fairs.save(fair);
    });
  }

  private setOrganisers(id: string, lead: string, { coOrganiserIds }: FairContent): Promise<void> {
    return setOrganisers(this.database, ORGANISERS, id, { lead, others: coOrganiserIds });
  }

  private async demandKnown(actor: Actor, content: FairContent, own: string | null): Promise<void> {
    const wrong: Record<string, string> = {};
    const known = new Set((await this.people.bodies()).map((body) => body.id));
    if (!content.coOrganiserIds.every((id) => known.has(id))) wrong['coOrganiserIds'] = 'request/not-found';
    const { previousId, meetingEventId } = content;
    // A fair shows the records of both to its organisers. What is linked already may stay: a colleague linked it.
    const stored = own === null ? undefined : (await this.reader.row(own))?.content;
    if (previousId && previousId !== stored?.previousId) {
      const previous = await this.reader.row(previousId);
      if (!previous || previousId === own || !isOrganiser(actor, previous))
        wrong['previousId'] = 'request/not-found';
    }
    if (meetingEventId && meetingEventId !== stored?.meetingEventId) {
      const [event] = await this.database.query(
        'select 1 from meeting_event_body where event_id = $1 and body_id = $2',
        [meetingEventId, actor.body?.id ?? null],
      );
      if (!event) wrong['meetingEventId'] = 'request/not-found';
    }
    if (Object.keys(wrong).length > 0) throw new AppError('request/invalid', {}, wrong);
  }

  /** No hall may shrink below a booth that is taken, no pavilion go that exhibitors belong to. */
  private async demandBooths(id: string, content: FairContent): Promise<void> {
    const numbers = content.halls.flatMap((hall) => boothsOf(hall).map(({ no }) => no));
    const [lost] = await this.database.query<{ no: string }>(
      'select no from fair_booth where fair_id = $1 and no <> all($2) order by no limit 1',
      [id, numbers],
    );
    if (lost) throw new AppError('fair/booth-taken', { no: lost.no });
    await this.database.query(
      `update fair_exhibitor set content = jsonb_set(content, '{pavilionKey}', 'null')
       where fair_id = $1 and content->>'pavilionKey' <> all($2)`,
      [id, content.pavilions.map(({ key }) => key)],
    );
  }

  private async demandExhibitors(fairId: string): Promise<void> {
    const [one] = await this.database.query(
      `select 1 from fair_exhibitor where fair_id = $1 and state = 'approved' limit 1`,
      [fairId],
    );
    if (!one) throw new AppError('fair/nobody-exhibits');
  }
}

function columnsOf(content: FairContent) {
  const { title, titleEn, summary, place, format, startsOn, endsOn, meetingEventId, previousId } = content;
  return {
    ...{ content, title, format, startsOn, endsOn, meetingEventId, previousId },
    searchText: [`${title} ${titleEn}`, `${summary} ${place}`].map(normalise).join('\n'),
  };
}
