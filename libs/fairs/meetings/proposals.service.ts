import { Injectable } from '@nestjs/common';
import type { Participation } from '#contracts/meeting-participants.js';
import type { Reason } from '#contracts/matching.js';
import { NeedsMatching, type LooseNeed } from '#matching/index.js';
import { Database } from '#platform/database/index.js';

interface Firm {
  id: string;
  companyId: string;
  side: string;
  content: Participation;
}

/** Reasons shown for a pair. */
const REASONS = 6;

/** What matching proposes to each side of an event: the best of an orderer's needs counts for a pair. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly matching: NeedsMatching,
  ) {}

  /** Computes all pairs again, in place of what was there. */
  async renew(eventId: string): Promise<void> {
    const firms = await this.database.query<Firm>(
      `select id, company_id "companyId", side, content from meeting_participant
       where event_id = $1 and state = 'approved' order by id`,
      [eventId],
    );
    const suppliers = firms.filter((firm) => firm.side === 'supplier');
    const orderers = firms.filter((firm) => firm.side === 'orderer');
    const needs = orderers.flatMap((orderer) =>
      orderer.content.needs.map((need, i): LooseNeed => ({ ...need, id: `${orderer.id}/${i}` })),
    );
    const fits = await this.matching.fit(
      needs,
      suppliers.map((supplier) => supplier.companyId),
    );
    const pairs = new Map<string, { orderer: string; supplier: string; score: number; reasons: Reason[] }>();
    const participantOf = new Map(suppliers.map((supplier) => [supplier.companyId, supplier.id]));
    for (const [needId, candidates] of fits) {
      const orderer = needId.split('/')[0] ?? '';
      for (const { companyId, score, reasons } of candidates) {
        const supplier = participantOf.get(companyId) ?? '';
        const key = `${orderer} ${supplier}`;
        if ((pairs.get(key)?.score ?? 0) >= score) continue;
        pairs.set(key, { orderer, supplier, score, reasons: reasons.slice(0, REASONS) });
      }
    }
    await this.replace(eventId, [...pairs.values()]);
  }

  private async replace(eventId: string, pairs: readonly object[]): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query('select 1 from meeting_event where id = $1 for no key update', [eventId]);
      await this.database.query(
        `delete from meeting_proposal m using meeting_participant p where p.id = m.orderer_id and p.event_id = $1`,
        [eventId],
      );
      await this.database.query(
        `insert into meeting_proposal (orderer_id, supplier_id, score, reasons)
         select orderer, supplier, score, reasons
         from jsonb_to_recordset($1) r(orderer uuid, supplier uuid, score float8, reasons jsonb)`,
        [JSON.stringify(pairs)],
      );
    });
  }
}
