import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
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

  private async *write(actor: Actor, id: string): AsyncGenerator<ZipPart> {
    const at = new Date();
    const { can: _, step: __, ...dispute } = await this.reader.get(actor, id);
    const evidence = await this.evidence.evidence(actor, id);
    yield { name: 'README.txt', content: Buffer.from(README) };
    yield { name: 'summary.pdf', content: await summaryPdf(dispute, evidence, actor.language, at) };
    const data = { format: 'nakadachi-dispute/1', exportedAt: at.toISOString(), dispute, evidence };
    yield { name: 'dispute.json', content: Buffer.from(JSON.stringify(data, null, 2)) };
    const pack = writeZip(await this.evidence.pack(actor, id), at);
    yield { name: 'evidence.zip', content: await buffer(Readable.from(pack, { objectMode: false })) };
    const lots = await this.reader.lotRecords(actor, id);
    yield { name: 'lots.json', content: Buffer.from(JSON.stringify(lots, null, 2)) };
  }
}
