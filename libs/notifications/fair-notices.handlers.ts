import { Injectable } from '@nestjs/common';
import { FairAudienceReader, questionnaireAsked } from '#fairs/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { Audience } from './audience.js';
import { NotificationsService } from './notifications.service.js';

/** Notices about fairs, to the people of the firms that they concern. Visitors are mailed: most have no account. */
@Injectable()
export class FairNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly audience: Audience,
    private readonly fairs: FairAudienceReader,
  ) {}

  @OnEvent(questionnaireAsked, 'notifications.fair-questionnaire')
  async questionnaire(event: RecordedEvent<typeof questionnaireAsked>): Promise<void> {
    const { fairId, audience, askIds, isReminder } = event.data;
    if (audience !== 'exhibitor') return;
    const about = await this.fairs.ofAsks(fairId, askIds);
    for (const { companyId, exhibitorId } of about?.firms ?? []) {
      const to = await this.audience.ofCompanies([companyId], event.actorId);
      await this.notifications.tell(to, {
        eventId: event.id,
        kind: isReminder ? 'fair-questionnaire-again' : 'fair-questionnaire',
        values: { title: about?.title ?? '' },
        link: `/fairs/${fairId}/booths/${exhibitorId}/questionnaire`,
      });
    }
  }
}
