import { Injectable } from '@nestjs/common';
import {
  introductionConsented,
  introductionDeclined,
  introductionExpired,
  IntroductionsReader,
  introductionWithdrawn,
} from '#introductions/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { TeamsService } from './teams.service.js';

type About = RecordedEvent<typeof introductionConsented>;

/** What the answers of its firms mean for a team. A second telling changes nothing: who is out is not in the plan. */
@Injectable()
export class TeamsHandlers {
  constructor(
    private readonly teams: TeamsService,
    private readonly introductions: IntroductionsReader,
  ) {}

  @OnEvent(introductionConsented, 'teams.settle')
  async consented({ data }: About): Promise<void> {
    const introduction = await this.introductions.facts(data.introductionId);
    if (introduction?.teamId) await this.teams.settle(introduction.teamId);
  }

  @OnEvent(introductionDeclined, 'teams.member-declined')
  async declined({ data }: RecordedEvent<typeof introductionDeclined>): Promise<void> {
    const introduction = await this.introductions.facts(data.introductionId);
    if (!introduction?.teamId) return;
    const own = introduction.state === 'ended' ? 'left' : 'declined';
    const reason = data.side === 'owner' ? 'owner-declined' : own;
    await this.teams.memberLost(introduction.teamId, introduction.candidateCompanyId, reason);
  }

  /** Where the orderer was silent, no other firm helps. */
  @OnEvent(introductionExpired, 'teams.member-silent')
  async expired({ data }: About): Promise<void> {
    const introduction = await this.introductions.facts(data.introductionId);
    if (!introduction?.teamId) return;
    if (introduction.candidateConsent === 'consented') await this.teams.ownerSilent(introduction.teamId);
    else await this.teams.memberLost(introduction.teamId, introduction.candidateCompanyId, 'expired');
  }

  /** By the coordinator, of one firm alone; firms that the plan does not name any more were let go with it. */
  @OnEvent(introductionWithdrawn, 'teams.member-withdrawn')
  async withdrawn({ data }: About): Promise<void> {
    const introduction = await this.introductions.facts(data.introductionId);
    if (introduction?.teamId)
      await this.teams.memberLost(introduction.teamId, introduction.candidateCompanyId, 'withdrawn');
  }
}
