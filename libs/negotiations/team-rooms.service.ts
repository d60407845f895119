import { Injectable } from '@nestjs/common';
import { CompaniesReader } from '#companies/index.js';
import { IntroductionsReader } from '#introductions/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { TeamsReader, TeamsService } from '#teams/index.js';
import { partnerSeated } from './negotiations.events.js';
import { Room } from './room.entity.js';
import { canClose } from './room.policy.js';
import { RoomsRepository } from './rooms.repository.js';
import { RoomsService, type Partner } from './rooms.service.js';
import { Seats } from './seats.js';

/** Introductions of firms that are in a team. */
const IN = ['consented', 'negotiating', 'agreed'];
const leadLeft = { reason: '', actor: null, side: null, key: 'team-lead-left' } as const;

/** Shared rooms of teams (連合受注): the orderer, the lead as candidate, the other firms as partners. */
@Injectable()
export class TeamRooms {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly rooms: RoomsRepository,
    private readonly service: RoomsService,
    private readonly seats: Seats,
    private readonly companies: CompaniesReader,
    private readonly introductions: IntroductionsReader,
    private readonly teams: TeamsReader,
    private readonly teamsService: TeamsService,
  ) {}

  /** Opens the room of a team that is complete, or lets in who is new. A second time changes nothing. */
  async open(teamId: string): Promise<void> {
    await this.database.transaction(async () => {
      const team = await this.teams.facts(teamId);
      if (team?.state !== 'complete') return;
      const asked = (await this.introductions.ofTeam(teamId)).filter(({ state }) => IN.includes(state));
      const lead = asked.find(({ candidateCompanyId }) => candidateCompanyId === team.plan.leadId);
      if (!lead) return;
      const partners = asked
        .filter(
          (each) => each !== lead && team.plan.members.some((m) => m.companyId === each.candidateCompanyId),
        )
        .map((each) => ({ companyId: each.candidateCompanyId, answeredBy: each.candidateAnsweredBy }));
      const there = await this.roomOf(teamId);
      if (there?.candidateCompanyId === team.plan.leadId) {
        await this.letIn(there, partners);
        await this.teamsService.roomOpened(teamId, there.id);
        return;
      }
      // With another lead talks begin anew.
      if (there && canClose(there, 'owner')) await this.service.end(there, leadLeft);
      const room = await this.service.openFor(lead, partners);
      if (room) await this.teamsService.roomOpened(teamId, room.id);
    });
  }

  /** A firm has left: its people leave the room; where it was the lead, the talks end. */
  async memberLeft(teamId: string, companyId: string): Promise<void> {
    await this.database.transaction(async () => {
      const room = await this.roomOf(teamId);
      if (!room || room.state !== 'open') return;
      if (room.candidateCompanyId === companyId) await this.service.end(room, leadLeft);
      else await this.letOut(room, companyId);
    });
  }

  /** The team is no more: an open room closes. */
  async close(teamId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const room = await this.roomOf(teamId);
      if (room?.state === 'open')
        await this.service.end(room, { reason, actor: null, side: null, key: 'team-ended' });
    });
  }

  private async letIn(room: Room, partners: readonly Partner[]): Promise<void> {
    for (const { companyId, answeredBy } of partners) {
      const place = { role: 'partner', companyId } as const;
      if ((await this.seats.present(room, place)).length > 0) continue;
      await this.seats.seatCompany(room, place, answeredBy);
      await this.seats.changeMembers(room, null, { key: 'partner-joined', name: await this.name(companyId) });
      const data = { roomId: room.id, companyId };
      await this.events.record(partnerSeated, data, { subjectId: room.id, actor: null });
    }
    const staying = new Set(partners.map(({ companyId }) => companyId));
    const seated = await this.database.query<{ companyId: string }>(
      `select distinct company_id "companyId" from room_member
       where room_id = $1 and role = 'partner' and left_at is null`,
      [room.id],
    );
    for (const { companyId } of seated) if (!staying.has(companyId)) await this.letOut(room, companyId);
  }

  private async letOut(room: Room, companyId: string): Promise<void> {
    if (!(await this.seats.takeOutPartner(room, companyId))) return;
    await this.seats.changeMembers(room, null, { key: 'partner-left', name: await this.name(companyId) });
  }

  private async name(companyId: string): Promise<string> {
    return (await this.companies.name(companyId)) ?? '';
  }

  /** The team's room that is not closed, locked. */
  private async roomOf(teamId: string): Promise<Room | null> {
    const [row] = await this.database.query<{ id: string }>(
      `select id from room where team_id = $1 and state <> 'closed'`,
      [teamId],
    );
    return row ? this.rooms.locked(row.id) : null;
  }
}
