import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Dispute } from '#contracts/disputes.js';
import { RoomAnnexes, type AnnexFor } from '#negotiations/index.js';
import { Database } from '#platform/database/index.js';
import type { ZipPart } from '#platform/zip/index.js';
import { DisputesReader } from '../disputes.reader.js';
import { ConsultationExport } from './consultation-export.js';
import { EvidenceService } from './evidence.service.js';

/** The disputes of a room, for its archive. */
@Injectable()
export class DisputeAnnex implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly annexes: RoomAnnexes,
    private readonly reader: DisputesReader,
    private readonly evidence: EvidenceService,
    private readonly papers: ConsultationExport,
  ) {}

  onModuleInit(): void {
    this.annexes.add((about) => this.parts(about));
  }

  /**
   * Each with what its reader may see of it. For whoever runs the system all but what the panel keeps to itself: who found
   * what, and who was asked and did not serve, is told to nobody.
   */
  private async *parts({ roomId, actor, language }: AnnexFor): AsyncGenerator<ZipPart> {
    const rows = await this.database.query<{ id: string }>(
      'select id from dispute where room_id = $1 order by no',
      [roomId],
    );
    for (const { id } of rows) {
      const dispute = actor ? await this.reader.get(actor, id) : await this.reader.whole(id);
      const evidence = actor
        ? await this.evidence.evidence(actor, id)
        : await this.evidence.whole(id, language);
      const lots = await this.reader.drawnLots(id);
      for await (const { name, content } of this.papers.papers({ dispute, evidence, lots, language }))
        yield { name: `disputes/${dispute.no}/${name}`, content };
      if (!actor) yield await this.commitments(dispute);
    }
  }

  /** Of each vote that was sealed what it was committed to: with it a member can prove how they voted. */
  private async commitments({ id, no }: Pick<Dispute, 'id' | 'no'>): Promise<ZipPart> {
    const rows = await this.database.query(
      `select commitment, to_char(sealed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') "sealedAt",
         vote is not null opened from council_vote where dispute_id = $1 order by commitment`,
      [id],
    );
    return { name: `disputes/${no}/votes.json`, content: Buffer.from(JSON.stringify(rows, null, 2)) };
  }
}
