import { Injectable } from '@nestjs/common';
import { CompaniesReader } from '#companies/index.js';
import type { CompanyFacts, StatutoryRule as RuleDto } from '#contracts/statutory.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { found, notFound } from '#platform/http/index.js';
import { checkOf, rulesOn, type Rule } from './rules.js';
import { StatutoryParty, StatutoryRule } from './statutory.entity.js';

/** Rules and the facts that they ask for. */
@Injectable()
export class StatutoryReader {
  constructor(
    private readonly database: Database,
    private readonly companies: CompaniesReader,
  ) {}

  /** The rules that hold on a day, or all there are. */
  async rules(on?: string): Promise<Rule[]> {
    const rows = await this.database
      .repository(StatutoryRule)
      .find({ order: { act: 'ASC', kind: 'ASC', code: 'ASC', validFrom: 'ASC' } });
    return on === undefined ? (rows as Rule[]) : rulesOn(rows as Rule[], on);
  }

  async list(on?: string): Promise<RuleDto[]> {
    return (await this.rules(on)).map((rule) => ({ ...rule, params: rule.params as RuleDto['params'] }));
  }

  /** What is known of companies: what they stated, else their profile. Whoever asks; in the order of the ids. */
  async facts(companyIds: readonly string[]): Promise<CompanyFacts[]> {
    const sizes = await this.companies.sizes(companyIds);
    const told = await this.database
      .repository(StatutoryParty)
      .findBy(companyIds.map((companyId) => ({ companyId })));
    return companyIds.map((companyId) => {
      const { name, capitalYen, staff } = found(sizes.find(({ id }) => id === companyId));
      const own = told.find((party) => party.companyId === companyId);
      return {
        ...{ companyId, name },
        // Who has a corporate number is a corporation, unless they say otherwise.
        legalForm: own?.legalForm ?? 'corporation',
        capitalYen: own?.capitalYen ?? capitalYen,
        staff: own?.staff ?? staff,
        soleOfficer: own?.soleOfficer ?? null,
        version: own?.version ?? 0,
      };
    });
  }

  /** The actor's own company; 404 for every other. */
  async own(actor: Actor, companyId: string): Promise<CompanyFacts> {
    if (actor.company?.id !== companyId) throw notFound();
    return found((await this.facts([companyId]))[0]);
  }

  /** Within how many days of its day a request to change a price is to be answered; null where no rule says so then. */
  async answerDays(on: string): Promise<number | null> {
    return checkOf(await this.rules(on), 'toriteki', 'price-talks')?.params.answerDays ?? null;
  }

  /** How long records are to be kept on a day, in years; two where no rule says so. */
  async retentionYears(on: string): Promise<number> {
    const rule = (await this.rules(on)).find(({ code }) => code === 'toriteki.records');
    return (rule?.params as { years?: number } | undefined)?.years ?? 2;
  }
}
