import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { figure, type Dashboard, type Figure, type reportRecord } from '#contracts/reporting.js';
import type { Page } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { firstDay, lastDay, monthsOf } from './fiscal-year.js';

type ReportRecord = z.output<typeof reportRecord>;
type Scope = { fiscalYear: number; bodyId?: string | undefined };
type Count = { key: string; n: number };

/** `$1` the body (null: all of them, for administrators), `$2` and `$3` the first and last day. */
const IN_SCOPE = `($1::uuid is null or body_id = $1) and on_day between $2 and $3`;
const INTRODUCTION_SCOPE = `($1::uuid is null or body_id = $1)
  and (created_at at time zone 'Asia/Tokyo')::date between $2 and $3`;

@Injectable()
export class ReportingReader {
  constructor(private readonly database: Database) {}

  async dashboard(actor: Actor, scope: Scope): Promise<Dashboard> {
    const { fiscalYear } = scope;
    const now = boundsOf(actor, scope);
    const before = boundsOf(actor, { ...scope, fiscalYear: fiscalYear - 1 });
    const [counts, countsBefore, months, outcomes, declineCodes, states] = await Promise.all([
      this.figures(now),
      this.figures(before),
      this.months(now),
      this.count('outcome', now),
      this.count('decline_code', now),
      this.count('state', now),
    ]);
    const of = (rows: FigureRow[], name: Figure) => rows.find((row) => row.figure === name);
    return {
      fiscalYear,
      figures: figure.options.map((name) => ({
        figure: name,
        count: of(counts, name)?.n ?? 0,
        before: of(countsBefore, name)?.n ?? 0,
      })),
      amountYen: of(counts, 'deals')?.amountYen ?? 0,
      amountYenBefore: of(countsBefore, 'deals')?.amountYen ?? 0,
      months: monthsOf(fiscalYear).map((month) => {
        const rows = months.filter((row) => row.month === month);
        return {
          month,
          introductions: of(rows, 'introductions')?.n ?? 0,
          meetings: of(rows, 'meetings')?.n ?? 0,
          deals: of(rows, 'deals')?.n ?? 0,
          amountYen: of(rows, 'deals')?.amountYen ?? 0,
        };
      }),
      outcomes: outcomes.map(({ key, n }) => ({ outcome: key, count: n })),
      declineCodes: declineCodes.map(({ key, n }) => ({ code: key, count: n })),
      states: states.map(({ key, n }) => ({ state: key, count: n })),
    };
  }

  /** The records behind a figure, latest first. */
  async records(
    actor: Actor,
    query: Scope & { figure: Figure; month?: string | undefined; cursor?: string | undefined; limit: number },
  ): Promise<Page<ReportRecord>> {
    const parameters = [...boundsOf(actor, query), query.figure, query.month ?? null];
    const where = `${IN_SCOPE} and figure = $4 and ($5::text is null or to_char(on_day, 'YYYY-MM') = $5)`;
    const after = decodeCursor(query.cursor);
    const rows = await this.database.query<ReportRecord>(
      `select id, on_day "on", title, detail, amount_yen "amountYen", link from report_record
       where ${where} and ($6::date is null or (on_day, id) < ($6, $7::uuid))
       order by on_day desc, id desc limit $8`,
      [...parameters, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [counted] = await this.database.query<{ n: number }>(
      `select count(*) n from report_record where ${where}`,
      parameters,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => [row.on, row.id],
      (row) => row,
      counted?.n ?? 0,
    );
  }

  private figures(bounds: Bounds): Promise<FigureRow[]> {
    return this.database.query(
      `select figure, count(*) n, coalesce(sum(amount_yen), 0) "amountYen" from report_record
       where ${IN_SCOPE} group by figure`,
      bounds,
    );
  }

  private months(bounds: Bounds): Promise<(FigureRow & { month: string })[]> {
    return this.database.query(
      `select to_char(on_day, 'YYYY-MM') "month", figure, count(*) n, coalesce(sum(amount_yen), 0) "amountYen"
       from report_record where ${IN_SCOPE} group by 1, 2`,
      bounds,
    );
  }

  private count(column: 'outcome' | 'decline_code' | 'state', bounds: Bounds): Promise<Count[]> {
    return this.database.query(
      `select ${column} key, count(*) n from introduction
       where ${column} is not null and ${INTRODUCTION_SCOPE} group by 1 order by 2 desc, 1`,
      bounds,
    );
  }
}

interface FigureRow {
  figure: Figure;
  n: number;
  amountYen: number;
}

type Bounds = [bodyId: string | null, from: string, to: string];

/** Staff of a body see its figures, and no other's; an administrator those of any, or of all. */
function boundsOf(actor: Actor, { fiscalYear, bodyId }: Scope): Bounds {
  authorize(actor.body === null || bodyId === undefined || bodyId === actor.body.id);
  return [actor.body?.id ?? bodyId ?? null, firstDay(fiscalYear), lastDay(fiscalYear)];
}
