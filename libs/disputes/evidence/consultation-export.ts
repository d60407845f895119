import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EvidencePiece } from '#contracts/council-votes.js';
import type { Dispute, LotRecord } from '#contracts/disputes.js';
import type { Language } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { writeZip, type ZipPart } from '#platform/zip/index.js';
import { DisputesReader } from '../disputes.reader.js';
import { canExport } from '../votes/vote.policy.js';
import { EvidenceService } from './evidence.service.js';
import { summaryPdf } from './summary-pdf.js';

const README = `相談窓口（取引かけこみ寺など）に持ち込むための一式です。
summary.pdf   申し立ての概要、双方の言い分、経過、合議の意見
dispute.json  同じ内容のデータ
evidence.zip  双方が選んだ証拠（封印付きの記録。npm run cli -- verify evidence.zip で確かめられます）
lots.json     委員を選んだくじの記録（npm run cli -- lot verify lots.json）

Everything for an outside consultation desk: a summary (PDF), the same as data (JSON), the evidence as a sealed
record, and the record of the lots. Neither the council's opinion nor this file is legal advice.
`;

interface Papers {
  readonly dispute: Dispute;
  readonly evidence: readonly EvidencePiece[];
  readonly lots: readonly LotRecord[];
  readonly language: Language;
}

/** 相談窓口: a dispute as one archive for a desk outside. */
@Injectable()
export class ConsultationExport {
  constructor(
    private readonly reader: DisputesReader,
    private readonly evidence: EvidenceService,
  ) {}

  /** For the sides and the coordinator, each with what they may see. */
  async parts(actor: Actor, id: string): Promise<AsyncGenerator<ZipPart>> {
    const { viewer } = await this.reader.seen(actor, id);
    authorize(canExport(viewer));
    return this.write(actor, id);
  }

  /** A dispute on paper and as data, with its lots. */
  async *papers({ dispute, evidence, lots, language }: Papers): AsyncGenerator<ZipPart> {
    const at = new Date();
    const { can: _, step: __, ...facts } = dispute;
    yield { name: 'summary.pdf', content: await summaryPdf(facts, evidence, language, at) };
    const data = { format: 'nakadachi-dispute/1', exportedAt: at.toISOString(), dispute: facts, evidence };
    yield { name: 'dispute.json', content: Buffer.from(JSON.stringify(data, null, 2)) };
    yield { name: 'lots.json', content: Buffer.from(JSON.stringify(lots, null, 2)) };
  }

  private async *write(actor: Actor, id: string): AsyncGenerator<ZipPart> {
    const dispute = await this.reader.get(actor, id);
    const evidence = await this.evidence.evidence(actor, id);
    const lots = await this.reader.lotRecords(actor, id);
    yield { name: 'README.txt', content: Buffer.from(README) };
    yield* this.papers({ dispute, evidence, lots, language: actor.language });
    const pack = writeZip(await this.evidence.pack(actor, id), new Date());
    yield { name: 'evidence.zip', content: await buffer(Readable.from(pack, { objectMode: false })) };
  }
}
