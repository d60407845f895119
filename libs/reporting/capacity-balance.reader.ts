import { Injectable } from '@nestjs/common';
import type { Balance } from '#contracts/capacity-balance.js';
import type { CapacityWeeks } from '#contracts/capacity-weeks.js';
import {
  ancestorsOf,
  descendantsOf,
  findProcess,
  HALF_LIFE_DAYS,
  prefectures,
  processes,
} from '#companies/index.js';
import { Database } from '#platform/database/index.js';
import { notFound } from '#platform/http/index.js';

interface Asked {
  readonly weeks: CapacityWeeks;
  readonly process?: string | undefined;
  readonly prefecture?: string | undefined;
}

interface Row {
  readonly key: string;
  readonly prefecture: string | null;
  readonly supply: number;
  readonly firms: number;
  readonly orders: number;
}

/** Stands for everything in scope, so that a firm or order with several processes counts once. */
const ALL = '*';

/**
 * `$1`, `$2`: each process code and what it counts for; `$3`: the field of an answer (`weeks4`); `$4`: weeks.
 * A firm counts with its freest process, an order once.
 */
const BALANCE = `
with counted as (select * from unnest($1::text[], $2::text[]) as c(code, key)),
free as (
  select c.id, counted.key, c.prefecture,
    max((told ->> $3::text)::float8 / 100
      * power(0.5, greatest(0, extract(epoch from now() - (told ->> 'toldAt')::timestamptz)) / 86400 / ${HALF_LIFE_DAYS})) share
  from company c cross join lateral jsonb_array_elements(c.capacity) told
  join counted on counted.code = told ->> 'process'
  where c.state = 'approved' and c.is_supplier and told ->> $3::text is not null
  group by c.id, counted.key, c.prefecture
),
wanted as (
  select distinct o.id, counted.key, o.prefecture
  from purchase_order o cross join lateral unnest(o.process_codes) asked
  join counted on counted.code = asked
  where o.state = 'published' and not exists (
    select 1 from jsonb_array_elements(o.content -> 'requirements') r
    where r ->> 'kind' = 'delivery'
      and (r ->> 'date')::date > (now() at time zone 'Asia/Tokyo')::date + 7 * $4::int)
)
select key, prefecture, coalesce(sum(share), 0) supply, count(share) firms, count(*) - count(share) orders
from (select key, prefecture, share from free union all select key, prefecture, null from wanted) both_sides
group by key, prefecture`;

/** Where capacity is spare, and where it is asked for. */
@Injectable()
export class CapacityBalanceReader {
  constructor(private readonly database: Database) {}

  /** The next level of processes below the one asked for, and the prefectures; 404 for an unknown process. */
  async balance({ weeks, process, prefecture }: Asked) {
    if (process && !findProcess(process)) throw notFound();
    const shown = processes.filter(({ parent }) => parent === (process ?? null)).map(({ code }) => code);
    const counts = process && shown.length === 0 ? [process] : shown;
    const pairs = [
      ...counts.flatMap((key) => descendantsOf(key).map((code) => ({ code, key }))),
      ...(process ? descendantsOf(process) : processes.map(({ code }) => code)).map((code) => ({
        code,
        key: ALL,
      })),
    ];
    const rows = await this.database.query<Row>(BALANCE, [
      pairs.map(({ code }) => code),
      pairs.map(({ key }) => key),
      `weeks${weeks}`,
      weeks,
    ]);
    const here = rows.filter((row) => !prefecture || row.prefecture === prefecture);
    return {
      path: process ? [...ancestorsOf(process).toReversed(), process] : [],
      processes: counts
        .map((code) =>
          summed(
            code,
            here.filter((row) => row.key === code),
          ),
        )
        .filter(({ firms, orders }) => firms > 0 || orders > 0)
        .sort((a, b) => a.supply - a.orders - (b.supply - b.orders)),
      prefectures: prefectures.map(({ code }) =>
        summed(
          code,
          rows.filter((row) => row.key === ALL && row.prefecture === code),
        ),
      ),
    };
  }
}

function summed(code: string, rows: readonly Row[]): Balance {
  const total = (of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    code,
    supply: Math.round(total((row) => row.supply) * 10) / 10,
    firms: total((row) => row.firms),
    orders: total((row) => row.orders),
  };
}
