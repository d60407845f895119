import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { Live } from '#platform/realtime/index.js';
import {
  agreementMade,
  offerConfirmed,
  offerDeclined,
  offerExpired,
  offerMade,
  offerOutdated,
  offerWithdrawn,
  roomClosed,
} from '../negotiations.events.js';
import { SEATED } from '../seated.js';

type AboutRoom = RecordedEvent & { readonly data: { readonly roomId: string } };

/** Whoever compares the offers for an order reads that one has come or gone, in whichever of its rooms. */
@Injectable()
export class ComparisonHandlers {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
  ) {}

  @OnEvent(offerMade, 'negotiations.compare-made')
  made(event: RecordedEvent<typeof offerMade>): Promise<void> {
    return this.tell(event);
  }

  @OnEvent(offerWithdrawn, 'negotiations.compare-withdrawn')
  withdrawn(event: RecordedEvent<typeof offerWithdrawn>): Promise<void> {
    return this.tell(event);
  }

  @OnEvent(offerDeclined, 'negotiations.compare-declined')
  declined(event: RecordedEvent<typeof offerDeclined>): Promise<void> {
    return this.tell(event);
  }

  @OnEvent(offerExpired, 'negotiations.compare-expired')
  expired(event: RecordedEvent<typeof offerExpired>): Promise<void> {
    return this.tell(event);
  }

  @OnEvent(offerOutdated, 'negotiations.compare-outdated')
  outdated(event: RecordedEvent<typeof offerOutdated>): Promise<void> {
    return this.tell(event);
  }

  @OnEvent(offerConfirmed, 'negotiations.compare-confirmed')
  confirmed(event: RecordedEvent<typeof offerConfirmed>): Promise<void> {
    return this.tell(event);
  }

  @OnEvent(agreementMade, 'negotiations.compare-agreed')
  agreed(event: RecordedEvent<typeof agreementMade>): Promise<void> {
    return this.tell(event);
  }

  /** With the talks ends the offer that was open. */
  @OnEvent(roomClosed, 'negotiations.compare-closed')
  closed(event: RecordedEvent<typeof roomClosed>): Promise<void> {
    return this.tell(event);
  }

  /** The orderer's own members of the room, wherever in the app they are just now. */
  private async tell({ data: { roomId } }: AboutRoom): Promise<void> {
    const rows = await this.database.query<{ userId: string; orderId: string }>(
      `select m.user_id "userId", r.subject_id "orderId" from room r
       join room_member m on m.room_id = r.id and m.role = 'owner' join app_user u on u.id = m.user_id
       where r.id = $1 and r.subject_kind = 'order' and ${SEATED}`,
      [roomId],
    );
    for (const { userId, orderId } of rows)
      this.live.toUser(userId, 'resource:changed', { kind: 'offer-comparison', id: orderId });
  }
}
