import { Injectable } from '@nestjs/common';
import { OrdersService } from '#orders/index.js';
import { PatentsService } from '#patents/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { Every, OnEvent } from '#platform/queue/index.js';
import { introductionConsented } from './introductions.events.js';
import { IntroductionsReader } from './introductions.reader.js';
import { IntroductionsService } from './introductions.service.js';

const TEN_MINUTES = 600_000;

@Injectable()
export class IntroductionsHandlers {
  constructor(
    private readonly service: IntroductionsService,
    private readonly reader: IntroductionsReader,
    private readonly orders: OrdersService,
    private readonly patents: PatentsService,
  ) {}

  /** Both have consented: the candidate may read the order in full, with who asks; or who holds the patent. */
  @OnEvent(introductionConsented, 'introductions.disclose')
  async disclose({ data }: RecordedEvent<typeof introductionConsented>): Promise<void> {
    const introduction = await this.reader.facts(data.introductionId);
    // A meeting event shows its firms to each other by itself.
    if (!introduction || introduction.subjectKind === 'meeting') return;
    const subjects = introduction.subjectKind === 'order' ? this.orders : this.patents;
    await subjects.discloseTo(introduction.subjectId, introduction.candidateCompanyId);
  }

  @Every('introductions.expire', TEN_MINUTES)
  async expire(): Promise<void> {
    await this.service.expireOverdue();
  }

  @Every('introductions.remind', TEN_MINUTES)
  async remind(): Promise<void> {
    await this.service.remindWaiting();
  }
}
