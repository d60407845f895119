import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { companyApproved, companyChanged, companyRegistered, companyRejected } from '#companies/index.js';
import {
  exhibitorChanged,
  exhibitorMoved,
  fairAdvanced,
  fairCancelled,
  fairChanged,
  meetingEventAdvanced,
  meetingEventCancelled,
  meetingEventChanged,
} from '#fairs/index.js';
import { introductionConsented } from '#introductions/index.js';
import { orderAmended, orderEnded, orderPublished } from '#orders/index.js';
import { patentChanged, patentPublished, patentWithdrawn } from '#patents/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { LOG, type Log } from '#platform/logging/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import type { SubjectKind } from './documents/built.js';
import { SearchProjection } from './projection.js';
import { ServerSync } from './server-sync.js';

const FIVE_MINUTES = 300_000;

/** Keeps the table of documents current: what happened is the reason to look, the rows are read as they are now. */
@Injectable()
export class SearchHandlers implements OnApplicationBootstrap, OnApplicationShutdown {
  private first: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly projection: SearchProjection,
    private readonly server: ServerSync,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Rows that were there before the search was. */
  onApplicationBootstrap(): void {
    this.first = this.repair().catch((err: unknown) =>
      this.log.error({ err }, 'The search documents could not be checked; they will be again.'),
    );
  }

  onApplicationShutdown(): Promise<void> {
    return this.first;
  }

  @OnEvent(companyRegistered, 'search.company-registered')
  registered({ data }: RecordedEvent<typeof companyRegistered>): Promise<void> {
    return this.companies([data.companyId]);
  }

  @OnEvent(companyApproved, 'search.company-approved')
  approved({ data }: RecordedEvent<typeof companyApproved>): Promise<void> {
    return this.companies([data.companyId]);
  }

  @OnEvent(companyRejected, 'search.company-rejected')
  rejected({ data }: RecordedEvent<typeof companyRejected>): Promise<void> {
    return this.companies([data.companyId]);
  }

  @OnEvent(companyChanged, 'search.company-changed')
  companyChanged({ data }: RecordedEvent<typeof companyChanged>): Promise<void> {
    return this.companies(data.companyIds);
  }

  @OnEvent(orderPublished, 'search.order-published')
  orderPublished({ data }: RecordedEvent<typeof orderPublished>): Promise<void> {
    return this.subjects('order', [data.orderId]);
  }

  @OnEvent(orderAmended, 'search.order-amended')
  orderAmended({ data }: RecordedEvent<typeof orderAmended>): Promise<void> {
    return this.subjects('order', [data.orderId]);
  }

  @OnEvent(orderEnded, 'search.order-ended')
  orderEnded({ data }: RecordedEvent<typeof orderEnded>): Promise<void> {
    return this.subjects('order', [data.orderId]);
  }

  @OnEvent(patentPublished, 'search.patent-published')
  patentPublished({ data }: RecordedEvent<typeof patentPublished>): Promise<void> {
    return this.subjects('patent', [data.patentId]);
  }

  @OnEvent(patentChanged, 'search.patent-changed')
  patentChanged({ data }: RecordedEvent<typeof patentChanged>): Promise<void> {
    return this.subjects('patent', [data.patentId]);
  }

  @OnEvent(patentWithdrawn, 'search.patent-withdrawn')
  patentWithdrawn({ data }: RecordedEvent<typeof patentWithdrawn>): Promise<void> {
    return this.subjects('patent', [data.patentId]);
  }

  @OnEvent(meetingEventChanged, 'search.meeting-changed')
  meetingChanged({ data }: RecordedEvent<typeof meetingEventChanged>): Promise<void> {
    return this.subjects('meeting', [data.eventId]);
  }

  @OnEvent(meetingEventAdvanced, 'search.meeting-advanced')
  meetingAdvanced({ data }: RecordedEvent<typeof meetingEventAdvanced>): Promise<void> {
    return this.subjects('meeting', [data.eventId]);
  }

  @OnEvent(meetingEventCancelled, 'search.meeting-cancelled')
  meetingCancelled({ data }: RecordedEvent<typeof meetingEventCancelled>): Promise<void> {
    return this.subjects('meeting', [data.eventId]);
  }

  @OnEvent(fairChanged, 'search.fair-changed')
  fairChanged({ data }: RecordedEvent<typeof fairChanged>): Promise<void> {
    return this.subjects('fair', [data.fairId]);
  }

  @OnEvent(fairAdvanced, 'search.fair-advanced')
  fairAdvanced({ data }: RecordedEvent<typeof fairAdvanced>): Promise<void> {
    return this.subjects('fair', [data.fairId]);
  }

  @OnEvent(fairCancelled, 'search.fair-cancelled')
  fairCancelled({ data }: RecordedEvent<typeof fairCancelled>): Promise<void> {
    return this.subjects('fair', [data.fairId]);
  }

  @OnEvent(exhibitorMoved, 'search.fair-exhibitor-moved')
  exhibitorMoved({ data }: RecordedEvent<typeof exhibitorMoved>): Promise<void> {
    return this.subjects('fair', [data.fairId]);
  }

  @OnEvent(exhibitorChanged, 'search.fair-exhibitor-changed')
  exhibitorChanged({ data }: RecordedEvent<typeof exhibitorChanged>): Promise<void> {
    return this.subjects('fair', [data.fairId]);
  }

  /** The other side learns who posts; where that is written down only later, the next check finds it. */
  @OnEvent(introductionConsented, 'search.introduction-consented')
  async consented({ data }: RecordedEvent<typeof introductionConsented>): Promise<void> {
    const [subject] = await this.database.query<{ kind: SubjectKind; id: string }>(
      'select subject_kind kind, subject_id id from introduction where id = $1',
      [data.introductionId],
    );
    if (subject) await this.subjects(subject.kind, [subject.id]);
  }

  /** What no event told of, and what one missed. */
  @Every('search.check-documents', FIVE_MINUTES, 'heavy')
  async repair(): Promise<void> {
    const repaired = await this.projection.repair();
    if (repaired > 0) await this.server.push();
    if (repaired > 0) this.log.info({ repaired }, 'Search documents were made anew.');
  }

  private async companies(ids: readonly string[]): Promise<void> {
    await this.projection.projectCompanies(ids);
    await this.server.push();
  }

  private async subjects(kind: SubjectKind, ids: readonly string[]): Promise<void> {
    await this.projection.project(kind, ids);
    await this.server.push();
  }
}
