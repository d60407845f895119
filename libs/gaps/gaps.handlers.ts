import { Injectable } from '@nestjs/common';
import { introductionDeclined, IntroductionsReader, outcomeRecorded } from '#introductions/index.js';
import { MatchingService } from '#matching/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { gapClosed } from './gaps.events.js';
import { GapsService } from './gaps.service.js';

@Injectable()
export class GapsHandlers {
  constructor(
    private readonly gaps: GapsService,
    private readonly introductions: IntroductionsReader,
    private readonly matching: MatchingService,
  ) {}

  @OnEvent(introductionDeclined, 'gaps.open-for-decline')
  declined({ data }: RecordedEvent<typeof introductionDeclined>): Promise<void> {
    return this.gaps.open(data.introductionId, data.side);
  }

  /** An end without a deal is a decline of the owner's, told by the coordinator. */
  @OnEvent(outcomeRecorded, 'gaps.open-for-outcome')
  async ended({ data }: RecordedEvent<typeof outcomeRecorded>): Promise<void> {
    const introduction = await this.introductions.facts(data.introductionId);
    if (introduction?.outcome === 'no-deal') await this.gaps.open(data.introductionId, 'owner');
  }

  /** Only what was lost on nothing else is worth another look. A subject that is not open any more stays unmatched. */
  @OnEvent(gapClosed, 'gaps.match-again')
  async matchAgain({ data }: RecordedEvent<typeof gapClosed>): Promise<void> {
    if (data.onlyOne) await this.matching.markWaiting([{ kind: data.kind, subjectId: data.subjectId }]);
  }
}
