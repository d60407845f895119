import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CompaniesReader } from '#companies/index.js';
import { IdentityReader } from '#identity/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { found } from '#platform/http/index.js';
import type { Side } from '#contracts/parties.js';
import { netYen, onlyLots } from '#contracts/term-totals.js';
import { hashOf, type AgreementDocument } from './agreement-document.js';
import { Agreement } from './agreement.entity.js';
import { dayInJapan } from '#platform/japan-time.js';
import { fiscalYearOf } from './fiscal-year.js';
import { agreementMade } from './negotiations.events.js';
import type { Offer } from './offer.entity.js';
import type { Room } from './room.entity.js';
import { organisationOf } from './room.policy.js';

/** Any number that is this purpose's: one agreement is numbered at a time, so that the numbers have no gaps. */
const NUMBERING_LOCK = 7_015_263;

@Injectable()
export class AgreementsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly companies: CompaniesReader,
    private readonly people: IdentityReader,
  ) {}

  /** Records what an accepted offer says, in the transaction of its acceptance. */
  async record(room: Room, offer: Offer, acceptedBy: Actor): Promise<Agreement> {
    const agreedAt = new Date();
    const maker = found(await this.people.person(offer.madeBy));
    const nameOf = (side: Side) => (side === offer.side ? maker.name : acceptedBy.name);
    const id = randomUUID();
    const terms = offer.acceptedLots ? onlyLots(offer.terms, offer.acceptedLots) : offer.terms;
    const document: AgreementDocument = {
      id,
      no: await this.nextNo(agreedAt),
      roomId: room.id,
      introductionId: room.introductionId,
      title: room.title,
      subjectKind: room.subjectKind,
      orderRevision: offer.orderRevision,
      owner: await this.party(room, 'owner', nameOf('owner')),
      candidate: await this.party(room, 'candidate', nameOf('candidate')),
      terms,
      totalYen: netYen(terms),
      agreedAt: agreedAt.toISOString(),
    };
    const agreement = this.database.repository(Agreement).create({
      id,
      no: document.no,
      roomId: room.id,
      introductionId: room.introductionId,
      offerId: offer.id,
      document,
      sha256: hashOf(document),
      agreedAt,
    });
    await this.database.repository(Agreement).insert(agreement);
    await this.tell(agreement, acceptedBy);
    return agreement;
  }

  private async tell(agreement: Agreement, actor: Actor): Promise<void> {
    const { id, roomId, introductionId, offerId, document, agreedAt } = agreement;
    await this.events.record(
      agreementMade,
      {
        roomId,
        introductionId,
        agreementId: id,
        offerId,
        totalYen: document.totalYen,
        agreedOn: dayInJapan(agreedAt),
      },
      { subjectId: id, companyId: actor.company?.id ?? null, actor },
    );
  }

  private async party(room: Room, side: Side, by: string): Promise<AgreementDocument['owner']> {
    const companyId = organisationOf({ role: side, companyId: null }, room) ?? '';
    const { name, corporateNumber } = found((await this.companies.cards([companyId]))[0]);
    return { companyId, name, corporateNumber, by };
  }

  /** The fiscal year and the next number in it, six digits. */
  private async nextNo(agreedAt: Date): Promise<string> {
    const year = fiscalYearOf(agreedAt);
    await this.database.query('select pg_advisory_xact_lock($1)', [NUMBERING_LOCK]);
    const [row] = await this.database.query<{ last: number }>(
      `select coalesce(max(split_part(no, '-', 2)::int), 0) as last from agreement where no like $1 || '-%'`,
      [String(year)],
    );
    return `${year}-${String(found(row).last + 1).padStart(6, '0')}`;
  }
}
