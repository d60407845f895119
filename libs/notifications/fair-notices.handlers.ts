import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import {
  contactWithdrawn,
  exhibitorMoved,
  FairAudienceReader,
  fairCancelled,
  inquiryMade,
  questionnaireAsked,
} from '#fairs/index.js';
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

  /** A firm that applies or withdraws is told to the organisers. */
  @OnEvent(exhibitorMoved, 'notifications.fair-exhibitor')
  async exhibitor(event: RecordedEvent<typeof exhibitorMoved>): Promise<void> {
    const { fairId, exhibitorId, state } = event.data;
    if (state !== 'applied' && state !== 'withdrawn') return;
    const about = await this.fairs.ofExhibitor(exhibitorId);
    if (!about) return;
    const staff = await Promise.all(about.bodyIds.map((id) => this.audience.ofBody(id, event.actorId)));
    await this.notifications.tell(staff.flat(), {
      eventId: event.id,
      kind: state === 'applied' ? 'fair-applied' : 'fair-withdrawn',
      values: { title: about.title, company: about.firms[0]?.name ?? '' },
      link: `/fairs/${fairId}/booths/${exhibitorId}`,
    });
  }

  @OnEvent(fairCancelled, 'notifications.fair-cancelled')
  async cancelled(event: RecordedEvent<typeof fairCancelled>): Promise<void> {
    const { fairId } = event.data;
    const about = await this.fairs.ofFair(fairId);
    if (!about) return;
    const companyIds = about.firms.map(({ companyId }) => companyId);
    await this.notifications.tell(await this.audience.ofCompanies(companyIds, event.actorId), {
      ...{ eventId: event.id, kind: 'fair-cancelled', link: `/fairs/${fairId}` },
      values: { title: about.title, reason: about.reason },
    });
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
