import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { companyProfile, type companiesApi, type CompanyProfile } from '#contracts/companies.js';
import type { Language } from '#contracts/shapes.js';
import { IdentityReader, IdentityService } from '#identity/index.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events } from '#platform/events/index.js';
import { AppError, notFound, StaleError } from '#platform/http/index.js';
import { withAnswers } from './capacity/told-capacity.js';
import * as happened from './companies.events.js';
import { remember } from './company-history.js';
import { lockNewCompanies } from './company-number.js';
import { CompanyViewReader } from './company-view.reader.js';
import { Company } from './company.entity.js';
import { canApprove, canEdit, canRead, canVerify } from './company.policy.js';
import { mayGo, refusedState } from './company.states.js';
import { capacityProblems, demandValid, profileProblems } from './profile-check.js';
import { changedFields, toColumns, toProfile } from './profile-columns.js';

type Registration = z.output<typeof companiesApi.register.body>;
type ToldCapacity = z.output<typeof companiesApi.tellCapacity.body>['items'];

/** One entry of the change history. */
export interface Changed {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What people do with one company. */
@Injectable()
export class CompaniesService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly view: CompanyViewReader,
    private readonly people: IdentityReader,
    private readonly identity: IdentityService,
  ) {}

  /**
   * A newcomer registers their company, becomes its owner, and waits for the body's approval. Answers with its id.
   * Errors: `company/already-registered`, `request/invalid`.
   */
  async register(actor: Actor, given: Registration, language: Language): Promise<string> {
    const { corporateNumber, bodyId, ...told } = given;
    const profile: CompanyProfile = companyProfile.parse(told);
    demandValid(profileProblems(profile), language);
    if (!(await this.people.body(bodyId))) demandValid({ bodyId: 'body' }, language);
    return this.database.transaction(async () => {
      await lockNewCompanies(this.database);
      const companies = this.database.repository(Company);
      if (await companies.existsBy({ corporateNumber })) throw new AppError('company/already-registered');
      const company = companies.create({ corporateNumber, bodyId, state: 'pending', ...toColumns(profile) });
      await companies.insert(company);
      await this.identity.makeOwner(actor.userId, company.id);
      await this.tell(happened.companyRegistered, company, actor);
      return company.id;
    });
  }

  /** Makes a registered, rejected or suspended company visible. Error: `company/wrong-state`. */
  async approve(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (company) => {
      authorize(canApprove(actor, company));
      if (!mayGo(company.state, 'approved')) throw new AppError('company/wrong-state');
      const before = company.state;
      company.state = 'approved';
      company.stateReason = '';
      company.bodyId ??= actor.body?.id ?? null;
      await this.tell(happened.companyApproved, company, actor);
      return [{ field: 'state', before, after: 'approved' }];
    });
  }

  /** Refuses a registration or suspends an approved company. Error: `company/wrong-state`. */
  async reject(actor: Actor, id: string, reason: string): Promise<void> {
    await this.change(actor, id, async (company) => {
      authorize(canApprove(actor, company));
      const before = company.state;
      const state = refusedState(before);
      if (!state) throw new AppError('company/wrong-state');
      company.state = state;
      company.stateReason = reason;
      await this.events.record(
        happened.companyRejected,
        { companyId: id, state },
        { subjectId: id, companyId: id, actor },
      );
      return [{ field: 'state', before, after: `${state}: ${reason}` }];
    });
  }

  /** States that the data was checked now, by the actor. */
  async verify(actor: Actor, id: string): Promise<void> {
    await this.change(actor, id, async (company) => {
      authorize(canVerify(actor, company));
      const before = company.verifiedAt?.toISOString() ?? null;
      company.verifiedAt = new Date();
      company.verifiedBy = actor.userId;
      await this.tellChanged(company, ['verified'], actor);
      return [{ field: 'verified', before, after: company.verifiedAt.toISOString() }];
    });
  }

  /** Replaces the profile. Errors: `request/stale`, `request/invalid` with the unknown codes. */
  async updateProfile(
    actor: Actor,
    id: string,
    version: number,
    profile: CompanyProfile,
    language: Language,
  ): Promise<void> {
    await this.change(actor, id, async (company) => {
      authorize(canEdit(actor, company));
      demandValid(profileProblems(profile), language);
      if (company.version !== version) throw new StaleError(await this.view.get(actor, id));
      const changes = changedFields(toProfile(company), profile);
      if (changes.length === 0) return [];
      Object.assign(company, toColumns(profile));
      await this.tellChanged(
        company,
        changes.map(({ field }) => field),
        actor,
      );
      return changes;
    });
  }

  /** Tells the spare capacity of some processes; the others stay as they are. Error: `request/invalid`. */
  async tellCapacity(actor: Actor, id: string, items: ToldCapacity, language: Language): Promise<void> {
    await this.change(actor, id, async (company) => {
      authorize(canEdit(actor, company));
      demandValid(capacityProblems(items), language);
      const before = company.capacity;
      company.capacity = withAnswers(before, items, new Date().toISOString());
      await this.tellChanged(company, ['capacity'], actor);
      return [{ field: 'capacity', before, after: company.capacity }];
    });
  }

  /**
   * Loads the company locked, lets `decide` change it, and saves it with its history. Without changes nothing is
   * saved. 404 for those who may not see it.
   */
  async change(
    actor: Actor,
    id: string,
    decide: (company: Company) => Promise<readonly Changed[]>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const company = await this.locked(id);
      if (!company || !canRead(actor, company)) throw notFound();
      await this.keep(company, await decide(company), actor.userId);
    });
  }

  /** What somebody said who is not signed in (by a mailed link, on the phone); tells of the changed fields, too. */
  async changeInNameOf(
    userId: string,
    id: string,
    decide: (company: Company) => readonly Changed[],
  ): Promise<void> {
    await this.database.transaction(async () => {
      const company = await this.locked(id);
      if (!company) throw notFound();
      const changes = decide(company);
      await this.keep(company, changes, userId);
      const fields = changes.map(({ field }) => field);
      if (fields.length > 0) await this.tellChanged(company, fields, { userId });
    });
  }

  private locked(id: string): Promise<Company | null> {
    return this.database.repository(Company).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  private async keep(company: Company, changes: readonly Changed[], userId: string): Promise<void> {
    if (changes.length === 0) return;
    company.version += 1;
    company.updatedAt = new Date();
    await this.database.repository(Company).save(company);
    await remember(
      this.database,
      changes.map((changed) => ({ companyId: company.id, ...changed })),
      userId,
    );
  }

  tellChanged(company: Pick<Company, 'id'>, fields: string[], actor: Pick<Actor, 'userId'>): Promise<void> {
    return this.events.record(
      happened.companyChanged,
      { companyIds: [company.id], fields },
      { subjectId: company.id, companyId: company.id, actor },
    );
  }

  private tell(
    event: typeof happened.companyRegistered | typeof happened.companyApproved,
    { id }: Company,
    actor: Actor,
  ): Promise<void> {
    return this.events.record(event, { companyId: id }, { subjectId: id, companyId: id, actor });
  }
}
