import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/index.js';

/** Firms that something at a fair concerns. */
export interface FairAudience {
  readonly fairId: string;
  readonly title: string;
  /** Why it was cancelled; else empty. */
  readonly reason: string;
  readonly bodyIds: string[];
  readonly firms: { companyId: string; exhibitorId: string; name: string }[];
}

const FAIR = `f.id "fairId", f.title, f.reason,
  array(select body_id from fair_body o where o.fair_id = f.id) "bodyIds"`;
const FIRM = `json_build_object('companyId', x.company_id, 'exhibitorId', x.id, 'name', c.name)`;

/** Who is to be told; for whoever tells them. None of it checks who is asking. */
@Injectable()
export class FairAudienceReader {
  constructor(private readonly database: Database) {}

  /** All firms that applied and neither withdrew nor were declined. */
  async ofFair(fairId: string): Promise<FairAudience | null> {
    const [row] = await this.database.query<FairAudience>(
      `select ${FAIR}, coalesce((select json_agg(${FIRM}) from fair_exhibitor x join company c on c.id = x.company_id
         where x.fair_id = f.id and x.state in ('applied', 'approved')), '[]') firms
       from fair f where f.id = $1`,
      [fairId],
    );
    return row ?? null;
  }

  async ofExhibitor(exhibitorId: string): Promise<FairAudience | null> {
    const [row] = await this.database.query<FairAudience>(
      `select ${FAIR}, json_build_array(${FIRM}) firms from fair_exhibitor x join fair f on f.id = x.fair_id
       join company c on c.id = x.company_id where x.id = $1`,
      [exhibitorId],
    );
    return row ?? null;
  }

  /** Exhibitors that are asked by a questionnaire and have not answered. */
  async ofAsks(fairId: string, askIds: readonly string[]): Promise<FairAudience | null> {
    const [row] = await this.database.query<FairAudience>(
      `select ${FAIR}, coalesce((select json_agg(${FIRM}) from fair_ask a join fair_exhibitor x on x.id = a.exhibitor_id
         join company c on c.id = x.company_id where a.id = any($2) and a.answered_at is null), '[]') firms
       from fair f where f.id = $1`,
      [fairId, askIds],
    );
    return row ?? null;
  }
}
