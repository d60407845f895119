import { Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import { partnerSeated, RoomsReader } from '#negotiations/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { Live } from '#platform/realtime/index.js';
import { teamAsked, teamBroken, teamCompleted, teamRecomposed, TeamsReader } from '#teams/index.js';
import { Audience } from './audience.js';
import { NotificationsService } from './notifications.service.js';

type About = RecordedEvent<typeof teamAsked>;
type Team = NonNullable<Awaited<ReturnType<TeamsReader['facts']>>>;

/** Notices about teams (連合受注); the firms themselves are told by their introductions and by the room. */
@Injectable()
export class TeamNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly audience: Audience,
    private readonly teams: TeamsReader,
    private readonly rooms: RoomsReader,
    private readonly live: Live,
  ) {}

  @OnEvent(teamAsked, 'notifications.team-asked')
  asked(event: About): Promise<void> {
    return this.about(event, 'team-asked', (team) => this.audience.ofCompanies([team.ownerCompanyId]));
  }

  @OnEvent(teamRecomposed, 'notifications.team-recomposed')
  recomposed(event: About): Promise<void> {
    return this.about(event, 'team-recomposed', (team) => this.carriers(team));
  }

  @OnEvent(teamCompleted, 'notifications.team-completed')
  completed(event: About): Promise<void> {
    return this.about(event, 'team-completed', (team) => this.carriers(team));
  }

  @OnEvent(teamBroken, 'notifications.team-broken')
  broken(event: RecordedEvent<typeof teamBroken>): Promise<void> {
    return this.about(event, 'team-broken', async (team) => [
      ...(await this.audience.ofCompanies([team.ownerCompanyId])),
      ...(await this.carriers(team)),
    ]);
  }

  /** A firm that joined later has its room open now, as the others had before. */
  @OnEvent(partnerSeated, 'notifications.partner-seated')
  async seated({ id, data }: RecordedEvent<typeof partnerSeated>): Promise<void> {
    const room = await this.rooms.audience(data.roomId);
    if (!room) return;
    const to = room.members.filter(({ companyId }) => companyId === data.companyId).map((m) => m.userId);
    const values = { title: room.title };
    await this.notifications.tell(to, {
      ...{ eventId: id, kind: 'room-opened', values, link: `/rooms/${data.roomId}` },
    });
  }

  private async about(
    event: About,
    kind: NotificationKind,
    audience: (team: Team) => Promise<string[]>,
  ): Promise<void> {
    const team = await this.teams.facts(event.data.teamId);
    if (!team) return;
    const to = await audience(team);
    const values = { title: team.orderTitle, firms: team.plan.firms };
    await this.notifications.tell(
      to.filter((id) => id !== event.actorId),
      { eventId: event.id, kind, values, link: `/teams/${team.id}` },
    );
    const companies = [team.ownerCompanyId, ...team.plan.members.map(({ companyId }) => companyId)];
    const everybody = [...(await this.audience.ofCompanies(companies)), ...(await this.carriers(team))];
    for (const userId of new Set(everybody))
      this.live.toUser(userId, 'resource:changed', { kind: 'team', id: team.id });
  }

  /** The coordinator in charge; the whole body where nobody is. */
  private async carriers({ coordinatorId, bodyId }: Team): Promise<string[]> {
    return coordinatorId ? [coordinatorId] : this.audience.ofBody(bodyId);
  }
}
