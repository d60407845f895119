import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import type { Side } from '#contracts/parties.js';
import type { BothLanguages } from '#contracts/shapes.js';
import {
  priceAnswered,
  priceAsked,
  priceDue,
  priceSettled,
  priceSigned,
  priceWithdrawn,
  PriceRoundsReader,
  RoomsReader,
  type RoomAudience,
} from '#negotiations/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { NotificationsService } from './notifications.service.js';

type AboutRound = RecordedEvent<typeof priceAsked>;

/** Notices about requests to change a price: to the company whose turn it is, and never to others in the room. */
@Injectable()
export class PriceNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly rooms: RoomsReader,
    private readonly rounds: PriceRoundsReader,
  ) {}

  @OnEvent(priceAsked, 'notifications.price-asked')
  asked(event: AboutRound): Promise<void> {
    return this.tell(event, 'price-asked', ({ side }) => otherThan(side));
  }

  @OnEvent(priceAnswered, 'notifications.price-answered')
  answered(event: AboutRound): Promise<void> {
    return this.tell(event, 'price-answered', ({ side }) => [side]);
  }

  /** The side that has not signed yet is asked to. */
  @OnEvent(priceSigned, 'notifications.price-signed')
  signed(event: AboutRound): Promise<void> {
    return this.tell(event, 'price-signed', ({ signed }) => sides.filter((side) => !signed.includes(side)));
  }

  @OnEvent(priceSettled, 'notifications.price-settled')
  settled(event: AboutRound): Promise<void> {
    return this.tell(event, 'price-settled', () => sides);
  }

  @OnEvent(priceWithdrawn, 'notifications.price-withdrawn')
  withdrawn(event: AboutRound): Promise<void> {
    return this.tell(event, 'price-withdrawn', ({ side }) => otherThan(side));
  }

  /** Not of one that was answered or taken back meanwhile. */
  @OnEvent(priceDue, 'notifications.price-due')
  due(event: RecordedEvent<typeof priceDue>): Promise<void> {
    return this.tell(event, 'price-due', ({ side, state }) => (state === 'asked' ? otherThan(side) : []), {
      day: writtenDay(event.data.answerBy),
    });
  }

  private async tell(
    event: AboutRound,
    kind: NotificationKind,
    choose: (round: NonNullable<Awaited<ReturnType<PriceRoundsReader['facts']>>>) => readonly Side[],
    values: Record<string, BothLanguages> = {},
  ): Promise<void> {
    const { roomId, roundId } = event.data;
    const room = await this.rooms.audience(roomId);
    const round = await this.rounds.facts(roundId);
    if (!room || !round) return;
    await this.notifications.tell(membersOf(room, choose(round), event.actorId), {
      ...{ eventId: event.id, kind, link: `/rooms/${roomId}/prices` },
      values: { title: room.title, no: round.no, ...values },
    });
  }
}

const sides = ['owner', 'candidate'] as const satisfies readonly Side[];
const otherThan = (side: Side): readonly Side[] => sides.filter((one) => one !== side);

const membersOf = ({ members }: RoomAudience, of: readonly Side[], except: string | null): string[] =>
  members
    .filter(({ userId, role }) => userId !== except && of.some((side) => side === role))
    .map(({ userId }) => userId);

function writtenDay(on: string): BothLanguages {
  const write = (locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', day: 'numeric' }).format(new Date(on));
  return { ja: write('ja-JP'), en: write('en-GB') };
}
