import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { CapacityAsk as AskDto, capacityApi } from '#contracts/capacity.js';
import type { Language } from '#contracts/shapes.js';
import { authorize, idOfSignedLink, type Actor } from '#platform/auth/index.js';
import type { AppConfig } from '#platform/config/index.js';
import { Database } from '#platform/database/index.js';
import { AppError, found, notFound } from '#platform/http/index.js';
import { CONFIG } from '#platform/resources.js';
import { CompaniesService, type Changed } from '../companies.service.js';
import { canRead, isInCharge } from '../company.policy.js';
import { Company } from '../company.entity.js';
import { capacityProblems, demandValid } from '../profile-check.js';
import { CapacityAsk } from './capacity-ask.entity.js';
import { asked, withAnswers } from './told-capacity.js';

type Answers = z.output<typeof capacityApi.answer.body>['items'];
type Call = z.output<typeof capacityApi.noteCall.body>;

/** What the mailed link opens; part of every token, so it must not change. */
export const CAPACITY_LINK = 'capacity ask';

/** Links work this long: an answer after that would be about other weeks. */
const LINK_DAYS = 60;

/** Spare capacity as it is told without signing in, and on the phone. */
@Injectable()
export class CapacityService {
  constructor(
    private readonly database: Database,
    private readonly companies: CompaniesService,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** What a link asks. Error: `auth/invalid-link`. */
  async read(token: string): Promise<AskDto> {
    const { companyId } = await this.opened(token);
    return this.view(companyId);
  }

  /**
   * Tells the capacity of some processes by a link, in the name of the person it was mailed to. Errors:
   * `auth/invalid-link`, `request/invalid`.
   */
  async answer(token: string, items: Answers, language: Language): Promise<AskDto> {
    demandValid(capacityProblems(items), language);
    const ask = await this.opened(token);
    await this.database.transaction(async () => {
      await this.companies.changeInNameOf(ask.userId, ask.companyId, (company) => replaced(company, items));
      await this.database.query('update capacity_ask set answered_at = now() where id = $1', [ask.id]);
    });
    return this.view(ask.companyId);
  }

  /** Stops the mails, or has them sent again. Error: `auth/invalid-link`. */
  async setAsking(token: string, asks: boolean): Promise<AskDto> {
    const { companyId } = await this.opened(token);
    await this.database.query('update company set asks_capacity = $2 where id = $1', [companyId, asks]);
    return this.view(companyId);
  }

  /** Keeps what a coordinator heard on the phone; without items, that the call was made. 404 for others' companies. */
  async noteCall(actor: Actor, companyId: string, { items, note }: Call, language: Language): Promise<void> {
    demandValid(capacityProblems(items), language);
    await this.database.transaction(async () => {
      const company = await this.database.repository(Company).findOneBy({ id: companyId });
      if (!company || !canRead(actor, company)) throw notFound();
      authorize(isInCharge(actor, company));
      const answeredAt = items.length > 0 ? new Date() : null;
      const asks = this.database.repository(CapacityAsk);
      await asks.insert({ companyId, channel: 'phone', userId: actor.userId, note, answeredAt });
      if (items.length > 0)
        await this.companies.changeInNameOf(actor.userId, companyId, (locked) => replaced(locked, items));
    });
  }

  /** The ask of a token that still works: not older than its days, and its reader still belongs to the company. */
  private async opened(token: string): Promise<Pick<CapacityAsk, 'id' | 'companyId' | 'userId'>> {
    const id = idOfSignedLink(this.config.secretKey, CAPACITY_LINK, token);
    const [ask] = await this.database.query<Pick<CapacityAsk, 'id' | 'companyId' | 'userId'>>(
      `select a.id, a.company_id "companyId", a.user_id "userId"
       from capacity_ask a join app_user u on u.id = a.user_id
       where a.id = $1 and a.channel = 'mail' and a.asked_at > now() - interval '${LINK_DAYS} days'
         and u.company_id = a.company_id and u.suspended_at is null`,
      [id],
    );
    if (!ask) throw new AppError('auth/invalid-link');
    return ask;
  }

  private async view(companyId: string): Promise<AskDto> {
    const company = found(await this.database.repository(Company).findOneBy({ id: companyId }));
    return {
      company: company.name,
      processes: asked(company.processes, company.capacity),
      asks: company.asksCapacity,
    };
  }
}

function replaced(company: Company, items: Answers): Changed[] {
  const before = company.capacity;
  company.capacity = withAnswers(before, items, new Date().toISOString());
  return [{ field: 'capacity', before, after: company.capacity }];
}
