import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateReporting1764000009000 implements MigrationInterface {
  name = 'CreateReporting1764000009000';

  /**
   * One view over all contexts: a figure is a count of its rows, and the rows are the records behind it. Days are
   * Japan's.
   */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view report_record as
      select 'companies' figure, c.body_id, (c.created_at at time zone 'Asia/Tokyo')::date on_day, c.id,
        c.name title, c.corporate_number detail, null::bigint amount_yen, '/companies/' || c.id link
      from company c where c.state = 'approved'
      union all
      select 'orders', c.body_id, (o.published_at at time zone 'Asia/Tokyo')::date, o.id,
        o.title, c.name, (o.content ->> 'budgetYen')::bigint, '/orders/' || o.id
      from purchase_order o join company c on c.id = o.company_id where o.published_at is not null
      union all
      select 'patents', c.body_id, (p.published_at at time zone 'Asia/Tokyo')::date, p.id,
        p.title, c.name, null, '/patents/' || p.id
      from open_patent p join company c on c.id = p.company_id where p.published_at is not null
      union all
      select 'introductions', i.body_id, (i.created_at at time zone 'Asia/Tokyo')::date, i.id,
        i.subject_title, o.name || ' / ' || c.name, null, '/introductions/' || i.id
      from introduction i join company o on o.id = i.owner_company_id join company c on c.id = i.candidate_company_id
      union all
      select 'meetings', i.body_id, (r.created_at at time zone 'Asia/Tokyo')::date, i.id,
        i.subject_title, o.name || ' / ' || c.name, null, '/introductions/' || i.id
      from room r join introduction i on i.id = r.introduction_id
      join company o on o.id = i.owner_company_id join company c on c.id = i.candidate_company_id
      union all
      select 'deals', i.body_id, i.outcome_on, i.id,
        i.subject_title, o.name || ' / ' || c.name, i.amount_yen, '/introductions/' || i.id
      from introduction i join company o on o.id = i.owner_company_id join company c on c.id = i.candidate_company_id
      where i.outcome = 'deal'
      union all
      select 'declined', i.body_id,
        (greatest(i.owner_answered_at, i.candidate_answered_at) at time zone 'Asia/Tokyo')::date, i.id,
        i.subject_title, o.name || ' / ' || c.name, null, '/introductions/' || i.id
      from introduction i join company o on o.id = i.owner_company_id join company c on c.id = i.candidate_company_id
      where i.state = 'declined';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
