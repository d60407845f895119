import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { Introduction } from './introduction.entity.js';
import { introductionConsented } from './introductions.events.js';

/** Two firms that the timetable of a meeting event (商談会) brings together. */
export interface MeetingCase {
  readonly eventId: string;
  readonly title: string;
  /** The orderer, and who registered it for the event. */
  readonly owner: MeetingFirm;
  /** The supplier, likewise. */
  readonly candidate: MeetingFirm;
  /** The body that organises it, and its person who published the timetable. */
  readonly bodyId: string;
  readonly coordinatorId: string;
  readonly reason: string;
}

interface MeetingFirm {
  readonly companyId: string;
  readonly answeredBy: string | null;
}

/**
 * The introductions of a meeting event: brokered by its organiser, consented to by both sides when they registered for
 * it. All of it belongs into the caller's transaction; who may is decided there.
 */
@Injectable()
export class MeetingIntroductions {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** The open introduction of the two at this event; a new one where there is none. */
  async introduce(about: MeetingCase): Promise<Introduction> {
    const introductions = this.database.repository(Introduction);
    const pair = {
      subjectId: about.eventId,
      ownerCompanyId: about.owner.companyId,
      candidateCompanyId: about.candidate.companyId,
    };
    const open = (['consented', 'negotiating', 'agreed'] as const).map((state) => ({ ...pair, state }));
    const known = await introductions.findOne({ where: open });
    if (known) return known;
    const now = new Date();
    const introduction = introductions.create({
      ...pair,
      subjectKind: 'meeting',
      subjectTitle: about.title,
      bodyId: about.bodyId,
      coordinatorId: about.coordinatorId,
      proposedBy: about.coordinatorId,
      reason: about.reason,
      reasons: [],
      state: 'consented',
      ownerConsent: 'consented',
      ownerAnsweredAt: now,
      ownerAnsweredBy: about.owner.answeredBy,
      candidateConsent: 'consented',
      candidateAnsweredAt: now,
      candidateAnsweredBy: about.candidate.answeredBy,
      expiresAt: now,
    });
    await introductions.insert(introduction);
    await this.events.record(
      introductionConsented,
      { introductionId: introduction.id },
      { subjectId: introduction.id, actor: { userId: about.coordinatorId } },
    );
    return introduction;
  }
}
