import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { planRequested } from '../meetings.events.js';
import { PlanJob } from './plan-job.js';

@Injectable()
export class PlanHandlers {
  constructor(private readonly job: PlanJob) {}

  @OnEvent(planRequested, 'meetings.plan', 'plan')
  plan({ data }: RecordedEvent<typeof planRequested>): Promise<void> {
    return this.job.run(data.eventId, data.planId);
  }
}
