import { Inject, Injectable } from '@nestjs/common';
import type { NotificationKind } from '#contracts/notifications.js';
import type { BothLanguages } from '#contracts/shapes.js';
import {
  introductionConsented,
  introductionDeclined,
  introductionExpired,
  introductionFollowedUp,
  introductionHalfConsented,
  introductionProposed,
  introductionReminded,
  IntroductionsReader,
  introductionWithdrawn,
  outcomeRecorded,
} from '#introductions/index.js';
import type { AppConfig } from '#platform/config/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { Live } from '#platform/realtime/index.js';
import { CONFIG } from '#platform/resources.js';
import { Audience } from './audience.js';
import { declineWords, sideWords, teamRoleWords } from './party-words.js';
import { NotificationsService } from './notifications.service.js';

type About = RecordedEvent<typeof introductionProposed>;
type AboutSide = RecordedEvent<typeof introductionDeclined>;
type Introduction = NonNullable<Awaited<ReturnType<IntroductionsReader['facts']>>>;

/** Notices about introductions, and the hint to everybody concerned that one has changed. */
@Injectable()
export class IntroductionNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly audience: Audience,
    private readonly introductions: IntroductionsReader,
    private readonly live: Live,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @OnEvent(introductionProposed, 'notifications.introduction-proposed')
  async proposed(event: About): Promise<void> {
    const { expiryDays: days } = this.config.introductions;
    const introduction = await this.introductions.facts(event.data.introductionId);
    // The orderer is asked for the team as a whole.
    if (introduction?.teamPart)
      return this.about(
        event,
        'team-invited',
        (i) => this.audience.ofCompanies([i.candidateCompanyId]),
        ({ teamPart }) => ({ days, ...partWords(teamPart) }),
      );
    return this.about(
      event,
      'introduction-proposed',
      (i) => this.waitingSides(i),
      () => ({ days }),
    );
  }

  @OnEvent(introductionReminded, 'notifications.introduction-reminded')
  reminded(event: About): Promise<void> {
    return this.about(event, 'introduction-reminder', (i) => this.waitingSides(i));
  }

  @OnEvent(introductionHalfConsented, 'notifications.introduction-half-consented')
  halfConsented(event: AboutSide): Promise<void> {
    const values = () => ({ side: sideWords[event.data.side] });
    return this.about(event, 'introduction-consented', (i) => this.carriers(i), values);
  }

  @OnEvent(introductionDeclined, 'notifications.introduction-declined')
  declined(event: AboutSide): Promise<void> {
    const otherSide = (i: Introduction) =>
      event.data.side === 'owner' ? [i.candidateCompanyId] : [i.ownerCompanyId];
    return this.about(
      event,
      'introduction-declined',
      async (i) => [...(await this.audience.ofCompanies(otherSide(i))), ...(await this.carriers(i))],
      (i) => ({ reason: declineWords(i.declineCode) }),
    );
  }

  @OnEvent(introductionExpired, 'notifications.introduction-expired')
  expired(event: About): Promise<void> {
    return this.about(event, 'introduction-expired', (i) => this.everybody(i));
  }

  @OnEvent(introductionWithdrawn, 'notifications.introduction-withdrawn')
  withdrawn(event: About): Promise<void> {
    return this.about(event, 'introduction-withdrawn', (i) => this.everybody(i));
  }

  /** The room that opens next is told by itself; here only the open screens are. */
  @OnEvent(introductionConsented, 'notifications.introduction-consented')
  consented(event: About): Promise<void> {
    return this.hint(event);
  }

  @OnEvent(introductionFollowedUp, 'notifications.introduction-followed-up')
  followedUp(event: About): Promise<void> {
    return this.hint(event);
  }

  @OnEvent(outcomeRecorded, 'notifications.outcome-recorded')
  outcome(event: About): Promise<void> {
    return this.hint(event);
  }

  private async about(
    event: About,
    kind: NotificationKind,
    audience: (introduction: Introduction) => Promise<string[]>,
    more: (introduction: Introduction) => Record<string, string | number | BothLanguages> = () => ({}),
  ): Promise<void> {
    const introduction = await this.introductions.facts(event.data.introductionId);
    if (!introduction) return;
    const to = (await audience(introduction)).filter((id) => id !== event.actorId);
    const values = { title: introduction.subjectTitle, ...more(introduction) };
    const link = `/introductions/${introduction.id}`;
    await this.notifications.tell(to, { eventId: event.id, kind, values, link });
    await this.hint(event);
  }

  private async hint({ data }: About): Promise<void> {
    const introduction = await this.introductions.facts(data.introductionId);
    if (!introduction) return;
    for (const userId of await this.everybody(introduction)) {
      this.live.toUser(userId, 'resource:changed', { kind: 'introduction', id: introduction.id });
    }
  }

  private waitingSides(i: Introduction): Promise<string[]> {
    return this.audience.ofCompanies([
      ...(i.ownerConsent === 'waiting' && isOwnersCase(i) ? [i.ownerCompanyId] : []),
      ...(i.candidateConsent === 'waiting' ? [i.candidateCompanyId] : []),
    ]);
  }

  /** The coordinator in charge; the whole body where nobody is yet. */
  private async carriers(i: Introduction): Promise<string[]> {
    return i.coordinatorId ? [i.coordinatorId] : this.audience.ofBody(i.bodyId);
  }

  private async everybody(i: Introduction): Promise<string[]> {
    return [
      ...(await this.audience.ofCompanies([
        ...(isOwnersCase(i) ? [i.ownerCompanyId] : []),
        i.candidateCompanyId,
      ])),
      ...(await this.carriers(i)),
    ];
  }
}

/** Of a team's introductions the orderer is reminded of one, the lead's. */
const isOwnersCase = ({ teamPart }: Introduction): boolean => teamPart === null || teamPart.isLead;

function partWords(part: Introduction['teamPart']): Record<string, string | number | BothLanguages> {
  const steps = part?.steps ?? [];
  return {
    firms: part?.firms ?? 0,
    role: part?.isLead ? teamRoleWords.lead : teamRoleWords.partner,
    steps: {
      ja: steps.map(({ ja }) => ja).join('、'),
      en: steps.map(({ en }) => en).join(', '),
    },
  };
}
