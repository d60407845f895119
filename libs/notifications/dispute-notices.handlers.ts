import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import { side } from '#contracts/parties.js';
import {
  councilAsked,
  councilReleased,
  disputeDue,
  disputeMoved,
  disputeTouched,
  tiesNeeded,
  DisputeAudienceReader,
  type DisputeAudience,
} from '#disputes/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { Live } from '#platform/realtime/index.js';
import { Audience } from './audience.js';
import { NotificationsService } from './notifications.service.js';

type Moved = RecordedEvent<typeof disputeMoved>['data']['to'];

/** What is told where a dispute moves; who is told is in `toldOf`. */
const kinds = {
  opened: 'dispute-opened',
  answered: null,
  settlement: 'dispute-settlement',
  short: 'dispute-short',
  listed: 'dispute-listed',
  hearing: 'council-formed',
  tied: 'council-tied',
  voting: 'council-vote',
  prolonged: 'council-vote-longer',
  opening: 'council-open',
  deciding: 'council-write',
  decided: 'dispute-decided',
  withdrawn: 'dispute-ended',
  settled: 'dispute-ended',
  lapsed: 'dispute-ended',
} as const satisfies Record<Moved, NotificationKind | null>;

/** Notices about disputes and councils (合議). None of them says what is claimed. */
@Injectable()
export class DisputeNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly audience: Audience,
    private readonly disputes: DisputeAudienceReader,
    private readonly live: Live,
  ) {}

  @OnEvent(disputeMoved, 'notifications.dispute-moved')
  async moved(event: RecordedEvent<typeof disputeMoved>): Promise<void> {
    const about = await this.disputes.of(event.data.disputeId);
    const kind = kinds[event.data.to];
    if (about && kind) await this.tell(event, kind, about, await this.toldOf(event.data.to, about));
  }

  @OnEvent(councilAsked, 'notifications.council-asked')
  async asked(event: RecordedEvent<typeof councilAsked>): Promise<void> {
    const about = await this.disputes.of(event.data.disputeId);
    if (about?.asked.includes(event.data.userId))
      await this.tell(event, 'council-asked', about, [event.data.userId]);
  }

  @OnEvent(tiesNeeded, 'notifications.council-ties-needed')
  async untold({ id: eventId, data }: RecordedEvent<typeof tiesNeeded>): Promise<void> {
    const about = { eventId, kind: 'council-ties-needed', values: {}, link: '/account' } as const;
    await this.notifications.tell([data.userId], about);
  }

  /** They do not see the dispute any more, so their own list is what they are led to. */
  @OnEvent(councilReleased, 'notifications.council-released')
  async released(event: RecordedEvent<typeof councilReleased>): Promise<void> {
    const { disputeId, userId, why } = event.data;
    const about = await this.disputes.of(disputeId);
    if (!about) return;
    const kind = why === 'ended' ? 'council-not-needed' : 'council-replaced';
    await this.tell(event, kind, about, [userId], '/disputes');
    this.live.toUser(userId, 'resource:changed', { kind: 'dispute', id: disputeId });
  }

  /** Not where the state, and with it the day, has changed meanwhile. */
  @OnEvent(disputeDue, 'notifications.dispute-due')
  async due(event: RecordedEvent<typeof disputeDue>): Promise<void> {
    const about = await this.disputes.of(event.data.disputeId);
    if (about?.dueAt?.toISOString() !== event.data.dueAt) return;
    await this.tell(event, 'dispute-due', about, waitedFor(about));
  }

  @OnEvent(disputeTouched, 'notifications.dispute-touched')
  async touched({ data }: RecordedEvent<typeof disputeTouched>): Promise<void> {
    const about = await this.disputes.of(data.disputeId);
    if (!about) return;
    for (const userId of new Set([...everybody(about), ...about.asked]))
      this.live.toUser(userId, 'resource:changed', { kind: 'dispute', id: data.disputeId });
  }

  private async toldOf(to: Moved, about: DisputeAudience): Promise<readonly string[]> {
    if (to === 'opened') return [...about.sides.owner, ...about.sides.candidate, ...about.coordinators];
    if (to === 'settlement') return [...about.sides.owner, ...about.sides.candidate];
    if (to === 'short') return [...about.coordinators, ...(await this.audience.ofBody(about.bodyId))];
    if (to === 'listed') return [...about.sides.owner, ...about.sides.candidate, ...about.coordinators];
    if (to === 'voting') return about.members;
    if (to === 'prolonged') return unvoted(about);
    if (to === 'opening') return about.unopened;
    if (to === 'deciding') return about.chairId ? [about.chairId] : [];
    return everybody(about);
  }

  private async tell(
    event: RecordedEvent & { data: { disputeId: string } },
    kind: NotificationKind,
    { title, no }: DisputeAudience,
    to: readonly string[],
    link = `/disputes/${event.data.disputeId}`,
  ): Promise<void> {
    await this.notifications.tell(
      to.filter((id) => id !== event.actorId),
      { eventId: event.id, kind, values: { title, no }, link },
    );
  }
}

const everybody = ({ sides, coordinators, members }: DisputeAudience): string[] => [
  ...sides.owner,
  ...sides.candidate,
  ...coordinators,
  ...members,
];

const unvoted = ({ members, voted }: DisputeAudience): string[] =>
  members.filter((id) => !voted.includes(id));

/** On whom it depends that the present state goes on. */
function waitedFor(about: DisputeAudience): readonly string[] {
  const { state, sides, respondents, coordinators, ready, unopened, chairId } = about;
  if (state === 'opened') return respondents;
  if (state === 'short') return coordinators;
  if (state === 'listed') return [...sides.owner, ...sides.candidate];
  if (state === 'hearing') return side.options.flatMap((one) => (ready.includes(one) ? [] : sides[one]));
  if (state === 'voting') return unvoted(about);
  if (state === 'opening') return unopened;
  return state === 'deciding' && chairId ? [chairId] : [];
}
