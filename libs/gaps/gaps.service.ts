import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { gapsApi, Gap as GapDto } from '#contracts/gaps.js';
import { declineCode } from '#contracts/introductions.js';
import type { Side } from '#contracts/parties.js';
import { IntroductionsReader } from '#introductions/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type EventDefinition } from '#platform/events/index.js';
import { AppError, notFound, StaleError } from '#platform/http/index.js';
import { Gap } from './gap.entity.js';
import { loserOf } from './gap.rules.js';
import { gapClosed, gapOpened, gapReopened } from './gaps.events.js';
import { GapsReader } from './gaps.reader.js';

type Closing = z.output<typeof gapsApi.close.body>;

/** The ledger of what companies lost orders and patents on. */
@Injectable()
export class GapsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly introductions: IntroductionsReader,
    private readonly reader: GapsReader,
  ) {}

  /** Writes what a coded decline, or an end without a deal, was about; a second telling changes nothing. */
  async open(introductionId: string, decliner: Side): Promise<void> {
    const introduction = await this.introductions.facts(introductionId);
    const code = declineCode.safeParse(introduction?.declineCode ?? introduction?.outcomeCode);
    if (!introduction || !code.success) return;
    const companyId = introduction[`${loserOf(decliner, code.data)}CompanyId`];
    const { subjectKind, subjectId } = introduction;
    // What a firm lacked for a meeting is no requirement of an order or patent that it could be matched with again.
    if (subjectKind === 'meeting') return;
    const text = introduction.declineText || introduction.outcomeReason;
    await this.database.transaction(async () => {
      const [gap] = await this.database.query<{ id: string }>(
        `insert into gap (company_id, introduction_id, subject_kind, subject_id, code, text)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
        [companyId, introductionId, subjectKind, subjectId, code.data, text],
      );
      if (!gap) return;
      const data = { gapId: gap.id, companyId, kind: subjectKind, subjectId };
      await this.events.record(gapOpened, data, { subjectId: gap.id, companyId, actor: null });
    });
  }

  /** The company has done something about it. Errors: `request/not-found`, `request/stale`, `gap/already-closed`. */
  async close(actor: Actor, id: string, version: number, { note }: Closing): Promise<GapDto> {
    await this.change(actor, id, version, async (gap) => {
      if (gap.state === 'closed') throw new AppError('gap/already-closed');
      Object.assign(gap, { state: 'closed', closedAt: new Date(), note });
      const [others] = await this.database.query<{ n: number }>(
        `select count(*) n from gap where company_id = $1 and subject_id = $2 and state = 'open' and id <> $3`,
        [gap.companyId, gap.subjectId, id],
      );
      return [gapClosed, { onlyOne: others?.n === 0 }];
    });
    return this.reader.get(actor, id);
  }

  /** Errors: `request/not-found`, `request/stale`, `gap/still-open`. */
  async reopen(actor: Actor, id: string, version: number): Promise<GapDto> {
    await this.change(actor, id, version, async (gap) => {
      if (gap.state === 'open') throw new AppError('gap/still-open');
      Object.assign(gap, { state: 'open', closedAt: null });
      return [gapReopened, {}];
    });
    return this.reader.get(actor, id);
  }

  private async change(
    actor: Actor,
    id: string,
    version: number,
    decide: (gap: Gap) => Promise<[EventDefinition, object]>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const gaps = this.database.repository(Gap);
      const gap = await gaps.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!gap || gap.companyId !== actor.company?.id) throw notFound();
      if (gap.version !== version) throw new StaleError(await this.reader.get(actor, id));
      const [event, more] = await decide(gap);
      gap.version += 1;
      await gaps.save(gap);
      const { companyId, subjectKind: kind, subjectId } = gap;
      await this.events.record(
        event,
        { gapId: id, companyId, kind, subjectId, ...more },
        {
          ...{ subjectId: id, companyId, actor },
        },
      );
    });
  }
}
