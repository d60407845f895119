import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';
import type { Built, SubjectKind } from './built.js';
import { companyDocuments, type CompanyRow } from './company-documents.js';
import { fairDocuments, type FairRow } from './fair-documents.js';
import { meetingDocuments, type MeetingRow } from './meeting-documents.js';
import { orderDocuments, type OrderRow } from './order-documents.js';
import { patentDocuments, type PatentRow } from './patent-documents.js';

export const subjectKinds: readonly SubjectKind[] = ['company', 'order', 'patent', 'meeting', 'fair'];

/**
 * SQL that gives `id` and `source` of every row that can be found: `source` changes whenever its documents do. What a
 * company told of its capacity counts for ninety days, so that it is found in time.
 */
export const sourceSql: Record<SubjectKind, string> = {
  company: `select c.id, extract(epoch from c.updated_at)::text || c.state || (
              select count(*) from jsonb_array_elements(c.capacity) told
              where (told->>'toldAt')::timestamptz > now() - interval '90 days')::text source
            from company c`,
  order: `select o.id, extract(epoch from o.updated_at)::text || extract(epoch from c.updated_at)::text ||
            (select count(*) from order_disclosure d where d.order_id = o.id)::text source
          from purchase_order o join company c on c.id = o.company_id where o.published_at is not null`,
  patent: `select p.id, extract(epoch from p.updated_at)::text || extract(epoch from c.updated_at)::text ||
             (select count(*) from patent_disclosure d where d.patent_id = p.id)::text source
           from open_patent p join company c on c.id = p.company_id where p.published_at is not null`,
  meeting: `select e.id, extract(epoch from e.updated_at)::text || e.version::text source
            from meeting_event e where e.opened_at is not null`,
  fair: `select f.id, extract(epoch from f.updated_at)::text || f.version::text || (
           select count(*)::text || coalesce(sum(x.version), 0)::text
             || coalesce(extract(epoch from greatest(max(x.updated_at), max(c.updated_at)))::text, '')
           from fair_exhibitor x join company c on c.id = x.company_id
           where x.fair_id = f.id and x.state = 'approved') source
         from fair f where f.opened_at is not null`,
};

const POSTER = `json_build_object('id', c.id, 'name', c.name, 'prefecture', c.prefecture, 'industry', c.industry)`;

/** The rows that documents are made of, as they are now; whoever asks. */
@Injectable()
export class SubjectSources {
  constructor(private readonly database: Database) {}

  /** The documents of each row; none for a row that cannot be found (any more). */
  async documents(kind: SubjectKind, ids: readonly string[]): Promise<Built[]> {
    switch (kind) {
      case 'company':
        return (await this.companies(ids)).flatMap((row) => companyDocuments(row));
      case 'order':
        return (await this.orders(ids)).flatMap(orderDocuments);
      case 'patent':
        return (await this.patents(ids)).flatMap(patentDocuments);
      case 'meeting':
        return (await this.meetings(ids)).flatMap(meetingDocuments);
      case 'fair':
        return (await this.fairs(ids)).flatMap(fairDocuments);
    }
  }

  private companies(ids: readonly string[]): Promise<CompanyRow[]> {
    return this.database.query(
      `select id, corporate_number "corporateNumber", state, name, name_kana "nameKana", name_en "nameEn",
              is_orderer "isOrderer", is_supplier "isSupplier", industry, prefecture, municipality, address, latitude,
              longitude, staff, summary, description, processes, equipment, products, awards, capacity,
              process_codes "processCodes", material_codes "materialCodes", certificate_kinds "certificateKinds",
              theme_codes "themeCodes", updated_at "updatedAt"
       from company where id = any($1)`,
      [ids],
    );
  }

  private orders(ids: readonly string[]): Promise<OrderRow[]> {
    return this.database.query(
      `select o.id, o.company_id "companyId", o.state, o.content, ${POSTER} poster, c.municipality,
              o.published_at "publishedAt",
              array(select d.company_id::text from order_disclosure d where d.order_id = o.id order by 1) "disclosedTo"
       from purchase_order o join company c on c.id = o.company_id
       where o.id = any($1) and o.published_at is not null`,
      [ids],
    );
  }

  private meetings(ids: readonly string[]): Promise<MeetingRow[]> {
    return this.database.query(
      `select e.id, e.state, e.content, e.opened_at "openedAt",
              array(select said.name from meeting_event_body o join support_body b on b.id = o.body_id,
                      unnest(array[b.name, b.name_en]) said(name)
                    where o.event_id = e.id and said.name <> '' order by o.is_lead desc, said.name) organisers
       from meeting_event e where e.id = any($1) and e.opened_at is not null`,
      [ids],
    );
  }

  /** Exhibitors from publication on, as on the fair's page; of a cancelled fair none. */
  private fairs(ids: readonly string[]): Promise<FairRow[]> {
    return this.database.query(
      `select f.id, f.state, f.content, f.opened_at "openedAt",
              array(select said.name from fair_body o join support_body b on b.id = o.body_id,
                      unnest(array[b.name, b.name_en]) said(name)
                    where o.fair_id = f.id and said.name <> '' order by o.is_lead desc, said.name) organisers,
              coalesce((select json_agg(json_build_object('name', c.name, 'headline', x.content->>'headline',
                          'products', x.content->'products', 'processes', c.process_codes) order by x.id)
                        from fair_exhibitor x join company c on c.id = x.company_id
                        where x.fair_id = f.id and x.state = 'approved'
                          and f.state in ('published', 'running', 'finished')), '[]') exhibitors
       from fair f where f.id = any($1) and f.opened_at is not null`,
      [ids],
    );
  }

  private patents(ids: readonly string[]): Promise<PatentRow[]> {
    return this.database.query(
      `select p.id, p.company_id "companyId", p.state, p.content, ${POSTER} poster, p.published_at "publishedAt",
              array(select d.company_id::text from patent_disclosure d where d.patent_id = p.id order by 1) "disclosedTo"
       from open_patent p join company c on c.id = p.company_id
       where p.id = any($1) and p.published_at is not null`,
      [ids],
    );
  }
}
