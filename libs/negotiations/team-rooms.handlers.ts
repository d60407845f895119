import { Injectable } from '@nestjs/common';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { teamBroken, teamCompleted, teamMemberLeft, TeamsService } from '#teams/index.js';
import { agreementMade, roomClosed } from './negotiations.events.js';
import { RoomsReader } from './rooms.reader.js';
import { TeamRooms } from './team-rooms.service.js';

/** What happens to a team happens to its room, and the other way round. */
@Injectable()
export class TeamRoomsHandlers {
  constructor(
    private readonly teamRooms: TeamRooms,
    private readonly teams: TeamsService,
    private readonly rooms: RoomsReader,
  ) {}

  @OnEvent(teamCompleted, 'negotiations.open-team-room')
  async completed({ data }: RecordedEvent<typeof teamCompleted>): Promise<void> {
    await this.teamRooms.open(data.teamId);
  }

  @OnEvent(teamMemberLeft, 'negotiations.team-member-left')
  async memberLeft({ data }: RecordedEvent<typeof teamMemberLeft>): Promise<void> {
    await this.teamRooms.memberLeft(data.teamId, data.companyId);
  }

  @OnEvent(teamBroken, 'negotiations.team-broken')
  async broken({ data }: RecordedEvent<typeof teamBroken>): Promise<void> {
    await this.teamRooms.close(data.teamId, data.reason);
  }

  @OnEvent(agreementMade, 'negotiations.tell-team-agreed')
  async agreed({ data }: RecordedEvent<typeof agreementMade>): Promise<void> {
    const teamId = await this.rooms.teamOf(data.roomId);
    if (teamId) await this.teams.agreed(teamId, data.agreedOn);
  }

  @OnEvent(roomClosed, 'negotiations.tell-team-closed')
  async closed({ data }: RecordedEvent<typeof roomClosed>): Promise<void> {
    const teamId = await this.rooms.teamOf(data.roomId);
    if (teamId) await this.teams.talksEnded(teamId, data.roomId, data.reason);
  }
}
