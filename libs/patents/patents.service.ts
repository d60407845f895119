import { Injectable } from '@nestjs/common';
import { themes } from '#companies/index.js';
import type { PatentContent, PatentState } from '#contracts/patents.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { Events, type EventDefinition } from '#platform/events/index.js';
import { AppError, StaleError } from '#platform/http/index.js';
import { Patent, PatentInterest } from './patent.entity.js';
import * as policy from './patent.policy.js';
import { mayGo } from './patent.states.js';
import * as happened from './patents.events.js';
import { PatentsReader } from './patents.reader.js';
import { searchText } from './search-text.js';

@Injectable()
export class PatentsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly reader: PatentsReader,
  ) {}

  /** A new draft. Answers with its id; patent/number-taken where the number is registered already. */
  async create(actor: Actor, content: PatentContent): Promise<string> {
    return this.database.transaction(async () => {
      const patent = this.database.repository(Patent).create({
        companyId: actor.company?.id ?? '',
        state: 'draft',
        createdBy: actor.userId,
        ...indexed(content),
      });
      await this.refuseTakenNumber(patent);
      await this.database.repository(Patent).insert(patent);
      await this.tell(happened.patentCreated, patent, actor);
      return patent.id;
    });
  }

  async update(actor: Actor, id: string, version: number, content: PatentContent): Promise<void> {
    await this.change(actor, id, version, policy.canEdit, async (patent) => {
      Object.assign(patent, indexed(content));
      await this.refuseTakenNumber(patent);
      if (patent.state !== 'draft') await this.tell(happened.patentChanged, patent, actor);
    });
  }

  async publish(actor: Actor, id: string, version: number): Promise<void> {
    await this.change(actor, id, version, policy.canPublish, async (patent) => {
      go(patent, 'published');
      patent.publishedAt = new Date();
      await this.tell(happened.patentPublished, patent, actor);
    });
  }

  async withdraw(actor: Actor, id: string, version: number, reason: string): Promise<void> {
    await this.change(actor, id, version, policy.canWithdraw, async (patent) => {
      go(patent, 'withdrawn');
      patent.reason = reason;
      await this.tell(happened.patentWithdrawn, patent, actor);
    });
  }

  /** Marks the own company's interest; again with another reason replaces the reason. */
  async showInterest(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const patent = await this.locked(actor, id);
      authorize(policy.canShowInterest(actor, { ...patent, disclosed: false }));
      const companyId = actor.company?.id ?? '';
      const interests = this.database.repository(PatentInterest);
      const existing = await interests.findOne({ where: { patentId: id, companyId } });
      await interests.save({ ...existing, patentId: id, companyId, reason, createdBy: actor.userId });
      if (!existing) await this.tell(happened.interestShown, patent, actor, { companyId });
    });
  }

  async dropInterest(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      const patent = await this.locked(actor, id);
      const companyId = actor.company?.id ?? '';
      const { affected } = await this.database.repository(PatentInterest).delete({ patentId: id, companyId });
      if (affected) await this.tell(happened.interestDropped, patent, actor, { companyId });
    });
  }

  /** Lets a company know who holds a patent. */
  async discloseTo(patentId: string, companyId: string): Promise<void> {
    await this.database.query(
      'insert into patent_disclosure (patent_id, company_id) values ($1, $2) on conflict do nothing',
      [patentId, companyId],
    );
  }

  /** Told when a licence was agreed. */
  async licensed(patentId: string): Promise<void> {
    await this.database.query(
      `update open_patent set state = 'licensed', version = version + 1, updated_at = now()
       where id = $1 and state = 'published'`,
      [patentId],
    );
  }

  private async change(
    actor: Actor,
    id: string,
    version: number,
    allowed: (actor: Actor, patent: policy.PatentFacts) => boolean,
    decide: (patent: Patent) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const patent = await this.locked(actor, id);
      authorize(policy.isOwn(actor, patent));
      if (patent.version !== version) throw new StaleError(await this.reader.get(actor, id));
      if (!allowed(actor, { ...patent, disclosed: false })) throw new AppError('patent/illegal-transition');
      await decide(patent);
      patent.version += 1;
      patent.updatedAt = new Date();
      await this.database.repository(Patent).save(patent);
    });
  }

  private async locked(actor: Actor, id: string): Promise<Patent> {
    const patent = await this.database
      .repository(Patent)
      .findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!patent || !policy.canRead(actor, { ...patent, disclosed: false }))
      throw new AppError('request/not-found');
    return patent;
  }

  private async refuseTakenNumber(patent: Patent): Promise<void> {
    if (!patent.number) return;
    const taken = await this.database.query(
      `select 1 from open_patent where number = $1 and state <> 'withdrawn' and id is distinct from $2`,
      [patent.number, patent.id ?? null],
    );
    if (taken.length > 0) throw new AppError('patent/number-taken', {}, { number: 'patent/number-taken' });
  }

  private tell(event: EventDefinition, patent: Patent, actor: Actor, more: object = {}): Promise<void> {
    const about = { subjectId: patent.id, companyId: patent.companyId, actor };
    return this.events.record(event, { patentId: patent.id, ...more }, about);
  }
}

function go(patent: Patent, to: PatentState): void {
  if (!mayGo(patent.state, to)) throw new AppError('patent/illegal-transition');
  patent.state = to;
}

/** The columns that follow from a patent's content: what it is found and filtered by. Refuses themes we do not know. */
function indexed(content: PatentContent) {
  refuseUnknownThemes(content);
  return {
    content,
    number: content.number || null,
    title: content.title,
    technicalFields: content.technicalFields,
    themeCodes: content.themes,
    licence: content.licence,
    visibility: content.visibility,
    searchText: searchText(content),
  };
}

function refuseUnknownThemes(content: PatentContent): void {
  const unknown = content.themes.flatMap((code, i): [string, string][] =>
    themes.some((theme) => theme.code === code) ? [] : [[`themes.${i}`, 'request/not-found']],
  );
  if (unknown.length > 0) throw new AppError('request/invalid', {}, Object.fromEntries(unknown));
}
