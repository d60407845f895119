import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import {
  agreementMade,
  agreementSigned,
  documentAdded,
  entryWritten,
  MentionsReader,
  messagesPosted,
  minutesChanged,
  ndaAccepted,
  offerDeclined,
  offerExpired,
  offerMade,
  offerOutdated,
  offerWithdrawn,
  roomClosed,
  roomOpened,
  RoomsReader,
  type Mention,
  type RoomAudience,
} from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { NotificationsService } from './notifications.service.js';

type AboutOffer = RecordedEvent<typeof offerMade>;

/** Notices about negotiation rooms: to their members, except the one whose doing it was. */
@Injectable()
export class RoomNotices {
  constructor(
    private readonly database: Database,
    private readonly notifications: NotificationsService,
    private readonly rooms: RoomsReader,
    private readonly mentions: MentionsReader,
  ) {}

  /** Not of a meeting event's: its published timetable leads there, and a firm has many of them. */
  @OnEvent(roomOpened, 'notifications.room-opened')
  opened(event: RecordedEvent<typeof roomOpened>): Promise<void> {
    return this.about(event, 'room-opened', (room) => (room.kind === 'meeting' ? [] : everybody(room)));
  }

  /**
   * Only to those who have not read it meanwhile and have nothing unread from this room yet. Who is addressed by name is
   * told that.
   */
  @OnEvent(messagesPosted, 'notifications.messages-posted')
  messages(event: RecordedEvent<typeof messagesPosted>): Promise<void> {
    const { roomId, fromSeq, toSeq } = event.data;
    return this.about(event, 'message-received', async ({ members }) => {
      const mentioned = new Set((await this.mentions.between(roomId, fromSeq, toSeq)).map((m) => m.userId));
      const behind = members.filter((m) => m.unread > 0 && !mentioned.has(m.userId)).map((m) => m.userId);
      const waiting = await this.database.query<{ userId: string }>(
        `select user_id "userId" from notification
         where kind = 'message-received' and link = $1 and read_at is null and user_id = any($2)`,
        [linkTo(roomId), behind],
      );
      const told = new Set(waiting.map((w) => w.userId));
      return behind.filter((id) => !told.has(id));
    });
  }

  @OnEvent(messagesPosted, 'notifications.mentioned')
  async mentioned(event: RecordedEvent<typeof messagesPosted>): Promise<void> {
    const { roomId, fromSeq, toSeq } = event.data;
    await this.tellMentioned(event, await this.mentions.between(roomId, fromSeq, toSeq));
  }

  /** An edit may address somebody whom the text before did not. */
  @OnEvent(entryWritten, 'notifications.mentioned-by-edit')
  async mentionedByEdit(event: RecordedEvent<typeof entryWritten>): Promise<void> {
    const { roomId, seq } = event.data;
    await this.tellMentioned(event, await this.mentions.between(roomId, seq, seq));
  }

  @OnEvent(offerMade, 'notifications.offer-made')
  offerMade(event: AboutOffer): Promise<void> {
    return this.about(event, 'offer-made', withoutPartners);
  }

  @OnEvent(offerWithdrawn, 'notifications.offer-withdrawn')
  offerWithdrawn(event: AboutOffer): Promise<void> {
    return this.about(event, 'offer-withdrawn', withoutPartners);
  }

  @OnEvent(offerDeclined, 'notifications.offer-declined')
  offerDeclined(event: AboutOffer): Promise<void> {
    return this.about(event, 'offer-declined', withoutPartners);
  }

  @OnEvent(offerExpired, 'notifications.offer-expired')
  offerExpired(event: AboutOffer): Promise<void> {
    return this.about(event, 'offer-expired', withoutPartners);
  }

  /** Only its maker can confirm it again. */
  @OnEvent(offerOutdated, 'notifications.offer-outdated')
  offerOutdated(event: AboutOffer): Promise<void> {
    const { side } = event.data;
    const makers = ({ members }: RoomAudience) => members.filter((m) => m.role === side).map((m) => m.userId);
    return this.about(event, 'offer-outdated', makers);
  }

  @OnEvent(agreementMade, 'notifications.agreement-made')
  agreed(event: RecordedEvent<typeof agreementMade>): Promise<void> {
    return this.about(event, 'agreement-made', withoutPartners);
  }

  /** Who has not signed yet is asked to; once both have, everybody is told. */
  @OnEvent(agreementSigned, 'notifications.agreement-signed')
  signed(event: RecordedEvent<typeof agreementSigned>): Promise<void> {
    const { agreementId, side, inForce } = event.data;
    const link = `/agreements/${agreementId}`;
    if (inForce) return this.about(event, 'agreement-in-force', everybody, link);
    return this.about(event, 'agreement-signed', otherThan(side), link);
  }

  @OnEvent(minutesChanged, 'notifications.minutes-changed')
  async minutes(event: RecordedEvent<typeof minutesChanged>): Promise<void> {
    const { roomId, state, confirmedBy } = event.data;
    const link = `${linkTo(roomId)}?tab=record`;
    if (state === 'confirmed') await this.about(event, 'minutes-confirmed', everybody, link);
    else if (confirmedBy) await this.about(event, 'minutes-to-confirm', otherThan(confirmedBy), link);
  }

  /** To those who may read it by now or will after the confidentiality terms; it never says what the document is. */
  @OnEvent(documentAdded, 'notifications.document-added')
  documentAdded(event: RecordedEvent<typeof documentAdded>): Promise<void> {
    const { level, revision, roomId } = event.data;
    const kind = revision === 1 ? 'document-added' : 'document-revised';
    const readers = ({ members }: RoomAudience) =>
      members.filter(({ role }) => level === 'open' || isParty(role)).map((m) => m.userId);
    return this.about(event, kind, readers, filesOf(roomId));
  }

  @OnEvent(ndaAccepted, 'notifications.nda-accepted')
  ndaAccepted(event: RecordedEvent<typeof ndaAccepted>): Promise<void> {
    const { inForce, side, roomId } = event.data;
    const parties = ({ members }: RoomAudience) =>
      members.filter((m) => isParty(m.role) && (inForce || m.role !== side)).map((m) => m.userId);
    return this.about(event, inForce ? 'nda-in-force' : 'nda-accepted', parties, filesOf(roomId));
  }

  @OnEvent(roomClosed, 'notifications.room-closed')
  closed(event: RecordedEvent<typeof roomClosed>): Promise<void> {
    return this.about(event, 'room-closed');
  }

  /** Each person once per event, and led to the first place. */
  private async tellMentioned(
    event: RecordedEvent & { data: { roomId: string } },
    mentions: readonly Mention[],
  ): Promise<void> {
    const { roomId } = event.data;
    const told = new Set<string>();
    for (const { userId, seq, by, title } of mentions) {
      if (told.has(userId)) continue;
      told.add(userId);
      const link = `${linkTo(roomId)}?at=${seq}`;
      await this.notifications.tell([userId], {
        eventId: event.id,
        kind: 'mentioned',
        values: { title, by },
        link,
      });
    }
  }

  private async about(
    event: RecordedEvent & { data: { roomId: string } },
    kind: NotificationKind,
    choose: (room: RoomAudience) => string[] | Promise<string[]> = everybody,
    link = linkTo(event.data.roomId),
  ): Promise<void> {
    const room = await this.rooms.audience(event.data.roomId);
    if (!room) return;
    const to = (await choose(room)).filter((id) => id !== event.actorId);
    const values = { title: room.title };
    await this.notifications.tell(to, { eventId: event.id, kind, values, link });
  }
}

const everybody = ({ members }: RoomAudience): string[] => members.map((m) => m.userId);
/** The people of the other company. */
const otherThan =
  (side: 'owner' | 'candidate') =>
  ({ members }: RoomAudience): string[] =>
    members.filter(({ role }) => role === (side === 'owner' ? 'candidate' : 'owner')).map((m) => m.userId);
/** Of the two companies, which alone can promise each other confidentiality. */
const isParty = (role: RoomAudience['members'][number]['role']): boolean =>
  role === 'owner' || role === 'candidate';
const filesOf = (roomId: string): string => `${linkTo(roomId)}?tab=files`;
const linkTo = (roomId: string): string => `/rooms/${roomId}`;

/** Offers and the agreement are between orderer and lead. */
const withoutPartners = ({ members }: RoomAudience): string[] =>
  members.filter(({ role }) => role !== 'partner').map(({ userId }) => userId);
