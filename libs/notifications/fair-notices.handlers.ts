import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import { contactWithdrawn, FairAudienceReader, inquiryMade, questionnaireAsked } from '#fairs/index.js';
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

  @OnEvent(inquiryMade, 'notifications.fair-inquiry')
  inquiry(event: RecordedEvent<typeof inquiryMade>): Promise<void> {
    return this.tellExhibitor(event, event.data.exhibitorId, 'fair-inquiry', {
      product: event.data.product,
    });
  }

  @OnEvent(contactWithdrawn, 'notifications.fair-contact-withdrawn')
  withdrawn(event: RecordedEvent<typeof contactWithdrawn>): Promise<void> {
    return this.tellExhibitor(event, event.data.exhibitorId, 'fair-contact-withdrawn', {});
  }

  private async tellExhibitor(
    event: RecordedEvent,
    exhibitorId: string,
    kind: NotificationKind,
    values: Record<string, string>,
  ): Promise<void> {
    const about = await this.fairs.ofExhibitor(exhibitorId);
    const [firm] = about?.firms ?? [];
    if (!about || !firm) return;
    const to = await this.audience.ofCompanies([firm.companyId], event.actorId);
    await this.notifications.tell(to, {
      ...{ eventId: event.id, kind, values: { title: about.title, ...values } },
      link: `/fairs/${about.fairId}/booths/${exhibitorId}`,
    });
  }
}
