import { Injectable } from '@nestjs/common';
import { companyApproved, companyChanged, companyRejected } from '#companies/index.js';
import type { SubjectKind } from '#contracts/parties.js';
import { orderAmended, orderPublished } from '#orders/index.js';
import { patentChanged, patentPublished } from '#patents/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { todayInJapan } from '#platform/japan-time.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { vocabularyChanged } from '#vocabulary/index.js';
import { MatchingCorpus } from './matching.corpus.js';
import { matchingRequested, rankingWeightsChanged } from './matching.events.js';
import { FOLLOWED, MatchingService } from './matching.service.js';

const THREE_SECONDS = 3_000;
const AN_HOUR = 3_600_000;

/**
 * Matching as jobs. What must be matched is marked in match_run; a run clears the mark only if nobody has set it
 * again meanwhile. A changed company marks what it touches; so many at once, as in an import, mark everything.
 */
@Injectable()
export class MatchingHandlers {
  constructor(
    private readonly database: Database,
    private readonly service: MatchingService,
    private readonly corpus: MatchingCorpus,
  ) {}

  @OnEvent(orderPublished, 'matching.order-published', 'heavy')
  orderPublished({ data }: RecordedEvent<typeof orderPublished>): Promise<void> {
    return this.matchNow('order', data.orderId);
  }

  @OnEvent(orderAmended, 'matching.order-amended', 'heavy')
  orderAmended({ data }: RecordedEvent<typeof orderAmended>): Promise<void> {
    return this.matchNow('order', data.orderId);
  }

  @OnEvent(patentPublished, 'matching.patent-published', 'heavy')
  patentPublished({ data }: RecordedEvent<typeof patentPublished>): Promise<void> {
    return this.matchNow('patent', data.patentId);
  }

  @OnEvent(patentChanged, 'matching.patent-changed', 'heavy')
  patentChanged({ data }: RecordedEvent<typeof patentChanged>): Promise<void> {
    return this.matchNow('patent', data.patentId);
  }

  @OnEvent(matchingRequested, 'matching.requested', 'heavy')
  requested({ data }: RecordedEvent<typeof matchingRequested>): Promise<void> {
    return this.matchNow(data.kind, data.subjectId);
  }

  @OnEvent(companyApproved, 'matching.company-approved', 'heavy')
  companyApproved({ data }: RecordedEvent<typeof companyApproved>): Promise<void> {
    return this.service.noteChanged([data.companyId]);
  }

  @OnEvent(companyRejected, 'matching.company-rejected', 'heavy')
  companyRejected({ data }: RecordedEvent<typeof companyRejected>): Promise<void> {
    return this.service.noteChanged([data.companyId]);
  }

  @OnEvent(companyChanged, 'matching.company-changed', 'heavy')
  companyChanged({ data }: RecordedEvent<typeof companyChanged>): Promise<void> {
    return this.service.noteChanged(data.companyIds);
  }

  /** Every night: certificates run out, lead times move on, and words become rarer or more common. */
  @Every('matching.renew', AN_HOUR, 'heavy')
  renew(): Promise<void> {
    return this.service.markOlder(new Date(`${todayInJapan()}T00:00:00+09:00`));
  }

  /** Words are understood otherwise now: everything is matched anew, over the same index. */
  @OnEvent(vocabularyChanged, 'matching.vocabulary-changed', 'heavy')
  vocabularyChanged(): Promise<void> {
    return this.service.markAllWaiting();
  }

  @OnEvent(rankingWeightsChanged, 'matching.ranking-weights-changed', 'heavy')
  rankingWeightsChanged(): Promise<void> {
    return this.service.markAllWaiting();
  }

  @Every('matching.run-waiting', THREE_SECONDS, 'heavy')
  async runWaiting(): Promise<void> {
    await this.follow();
    const waiting = await this.database.query<{
      subjectId: string;
      subjectKind: SubjectKind;
      requestedAt: string;
    }>(
      `select subject_id "subjectId", subject_kind "subjectKind", requested_at::text "requestedAt"
       from match_run where state = 'waiting' order by requested_at limit 200`,
    );
    if (waiting.length > 0) await this.corpus.refresh();
    for (const run of waiting) await this.match(run.subjectKind, run.subjectId, run.requestedAt);
  }

  /** Marks what changed companies touch. */
  private async follow(): Promise<void> {
    const changed = await this.service.changedCompanies();
    if (changed.length === 0) return;
    if (changed.length > FOLLOWED) return this.service.markAllWaiting();
    const reached = await this.corpus.follow(changed.map((c) => c.companyId));
    await this.service.markTouched(changed, reached);
  }

  private async matchNow(kind: SubjectKind, subjectId: string): Promise<void> {
    await this.service.markWaiting([{ kind, subjectId }]);
    const [run] = await this.database.query<{ requestedAt: string }>(
      'select requested_at::text "requestedAt" from match_run where subject_id = $1',
      [subjectId],
    );
    await this.corpus.refresh();
    if (run) await this.match(kind, subjectId, run.requestedAt);
  }

  private async match(kind: SubjectKind, subjectId: string, requestedAt: string): Promise<void> {
    const result = await this.corpus.match(kind, subjectId);
    if (result) await this.service.store(result, requestedAt);
    else
      await this.database.query(
        `update match_run set state = 'finished', finished_at = now() where subject_id = $1`,
        [subjectId],
      );
  }
}
