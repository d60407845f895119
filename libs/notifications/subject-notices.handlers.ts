import { Injectable } from '@nestjs/common';
import {
  companyApproved,
  companyRegistered,
  companyRejected,
  CompaniesReader,
  importFinished,
} from '#companies/index.js';
import { matchingFinished } from '#matching/index.js';
import { OrdersReader } from '#orders/index.js';
import { interestShown, PatentsReader } from '#patents/index.js';
import type { RecordedEvent } from '#platform/events/index.js';
import { OnEvent } from '#platform/queue/index.js';
import { Audience } from './audience.js';
import { NotificationsService } from './notifications.service.js';

/** Notices about companies, orders and patents. */
@Injectable()
export class SubjectNotices {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly audience: Audience,
    private readonly companies: CompaniesReader,
    private readonly orders: OrdersReader,
    private readonly patents: PatentsReader,
  ) {}

  @OnEvent(companyRegistered, 'notifications.company-registered')
  async registered({ id: eventId, data }: RecordedEvent<typeof companyRegistered>): Promise<void> {
    const company = await this.companies.membership(data.companyId);
    if (!company) return;
    const values = { company: company.name };
    const to = await this.audience.ofBody(company.bodyId);
    await this.notifications.tell(to, {
      eventId,
      kind: 'company-registered',
      values,
      link: '/admin/approvals',
    });
  }

  @OnEvent(companyApproved, 'notifications.company-approved')
  async approved({ id: eventId, data }: RecordedEvent<typeof companyApproved>): Promise<void> {
    const to = await this.audience.ofCompanies([data.companyId]);
    const link = `/companies/${data.companyId}`;
    await this.notifications.tell(to, { eventId, kind: 'company-approved', values: {}, link });
  }

  @OnEvent(companyRejected, 'notifications.company-rejected')
  async rejected({ id: eventId, data }: RecordedEvent<typeof companyRejected>): Promise<void> {
    const to = await this.audience.ofCompanies([data.companyId]);
    const link = `/companies/${data.companyId}`;
    await this.notifications.tell(to, { eventId, kind: 'company-rejected', values: {}, link });
  }

  @OnEvent(importFinished, 'notifications.import-finished')
  async imported({ id: eventId, actorId, data }: RecordedEvent<typeof importFinished>): Promise<void> {
    if (!actorId) return;
    const { created, updated, failed } = data;
    const link = `/company-imports/${data.importId}`;
    const values = { created, updated, failed };
    await this.notifications.tell([actorId], { eventId, kind: 'import-finished', values, link });
  }

  /** The poster and its support body hear of the first candidates; each new candidate hears what fits it. */
  @OnEvent(matchingFinished, 'notifications.matching-finished')
  async matched({ id: eventId, data }: RecordedEvent<typeof matchingFinished>): Promise<void> {
    const { kind, subjectId } = data;
    const subject = await (kind === 'order' ? this.orders : this.patents).subject(subjectId);
    if (!subject?.isOpen) return;
    const page = `/${kind === 'order' ? 'orders' : 'patents'}/${subjectId}`;
    if (data.first) {
      const owner = await this.companies.membership(subject.ownerCompanyId);
      const to = [
        ...(await this.audience.ofCompanies([subject.ownerCompanyId])),
        ...(await this.audience.ofBody(owner?.bodyId ?? null)),
      ];
      const values = { title: subject.title, count: data.candidates };
      await this.notifications.tell(to, {
        eventId,
        kind: 'candidates-found',
        values,
        link: `${page}/candidates`,
      });
    }
    const fitting = await this.audience.ofCompanies(data.newCompanyIds);
    const values = { title: subject.title };
    await this.notifications.tell(fitting, { eventId, kind: 'opportunity-found', values, link: page });
  }

  @OnEvent(interestShown, 'notifications.patent-interest')
  async interest({ id: eventId, data }: RecordedEvent<typeof interestShown>): Promise<void> {
    const patent = await this.patents.subject(data.patentId);
    if (!patent) return;
    const owner = await this.companies.membership(patent.ownerCompanyId);
    const to = [
      ...(await this.audience.ofCompanies([patent.ownerCompanyId])),
      ...(await this.audience.ofBody(owner?.bodyId ?? null)),
    ];
    const link = `/patents/${data.patentId}`;
    await this.notifications.tell(to, {
      eventId,
      kind: 'patent-interest',
      values: { title: patent.title },
      link,
    });
  }
}
