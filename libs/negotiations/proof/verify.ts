import { createHash } from 'node:crypto';
import type { Finding, FindingCode, VerificationReport } from '#contracts/verification.js';
import { readEntry, ZipError, zipEntries, type ZipEntry } from '#platform/zip/index.js';
import { hashOf } from '../agreement-document.js';
import { agreementData, type AgreementData } from './agreement-data.js';
import { pdfData, pdfSeal } from './pdf-seal.js';
import { readRecord, RECORD_NAME, type RecordFile } from './record-file.js';
import { recordFindings } from './verify-record.js';

/** What was handed in, read: with it the platform can go on to compare. */
export type Evidence =
  | { readonly kind: 'agreement'; readonly data: AgreementData; readonly report: VerificationReport }
  | { readonly kind: 'record'; readonly record: RecordFile; readonly report: VerificationReport };

/** Neither an agreement nor a record of this system. */
export class NotOurs extends Error {}

/** An archive that a person checks on their own machine may be large. */
const MAX_UNPACKED = 4_096 * 1_048_576;

/**
 * Checks a file by itself, without the platform: an agreement's PDF, an exported archive, or the record out of one.
 * `maxUnpacked`: how many bytes an archive may unpack to altogether.
 * @throws NotOurs
 */
export async function verifyBytes(bytes: Buffer, maxUnpacked = MAX_UNPACKED): Promise<Evidence> {
  const start = bytes.toString('latin1', 0, 4);
  if (start === '%PDF') return verifyPdf(bytes);
  if (start === 'PK\u0003\u0004') return verifyArchive(bytes, maxUnpacked);
  return verifyRecordBytes(bytes, []);
}

function verifyPdf(bytes: Buffer): Evidence {
  const sealed = pdfSeal(bytes);
  const { data, success } = agreementData.safeParse(pdfData(bytes));
  if (!success) throw new NotOurs();
  const findings: Finding[] = [];
  const note = (code: FindingCode) => findings.push({ code, position: null, path: null });
  const { sha256, ...document } = data.agreement;
  if (hashOf(document) !== sha256) note('data-changed');
  if (!sealed) note('seal-missing');
  else if (!sealed.holds) note('pdf-changed');
  else if (sealed.seal.fingerprint !== data.fingerprint) note('key-differs');
  const { agreement } = data;
  return {
    kind: 'agreement',
    data,
    report: {
      ...{ kind: 'agreement', findings, unaltered: findings.length === 0 },
      ...{ title: agreement.title, no: agreement.no, madeAt: data.madeAt, compared: false },
      parties: [agreement.owner.name, agreement.candidate.name],
      ...{ signatures: data.signatures, head: data.head, shown: 0, withheld: 0 },
      fingerprint: sealed?.seal.fingerprint ?? null,
    },
  };
}

async function verifyArchive(bytes: Buffer, maxUnpacked: number): Promise<Evidence> {
  const archive = new Archive(bytes, maxUnpacked);
  const own = await archive.content(RECORD_NAME);
  const read = own && readRecord(own);
  if (!read) throw new NotOurs();
  const findings: Finding[] = [];
  for (const { path, sha256 } of read.record.files) {
    if (!archive.has(path)) findings.push({ code: 'file-missing', position: null, path });
    else if ((await archive.hash(path)) !== sha256)
      findings.push({ code: 'file-changed', position: null, path });
  }
  const named = new Set([RECORD_NAME, ...read.record.files.map(({ path }) => path)]);
  for (const path of archive.names())
    if (!named.has(path)) findings.push({ code: 'file-changed', position: null, path });
  return reportOf(read, findings);
}

/** An archive that unpacks to at most so many bytes altogether, however small it is itself. */
class Archive {
  private readonly parts: Map<string, ZipEntry>;

  constructor(
    private readonly bytes: Buffer,
    private left: number,
  ) {
    try {
      this.parts = new Map(zipEntries(bytes).map((part) => [part.name, part]));
    } catch (error) {
      throw error instanceof ZipError ? new NotOurs() : error;
    }
  }

  has(path: string): boolean {
    return this.parts.has(path);
  }

  names(): Iterable<string> {
    return this.parts.keys();
  }

  /** Null for a part that is not there or cannot be unpacked. */
  async content(path: string): Promise<Buffer | null> {
    const part = this.parts.get(path);
    if (!part) return null;
    try {
      const content = await readEntry(this.bytes, part, this.left);
      this.left -= content.length;
      return content;
    } catch (error) {
      if (error instanceof ZipError) return null;
      throw error;
    }
  }

  async hash(path: string): Promise<string | null> {
    const content = await this.content(path);
    return content && createHash('sha256').update(content).digest('hex');
  }
}

function verifyRecordBytes(bytes: Buffer, others: readonly Finding[]): Evidence {
  const record = readRecord(bytes);
  if (!record) throw new NotOurs();
  return reportOf(record, others);
}

function reportOf(
  { record, canonical }: { record: RecordFile; canonical: boolean },
  others: readonly Finding[],
): Evidence {
  const found = [...recordFindings(record), ...others];
  const findings: Finding[] =
    found.length === 0 && !canonical ? [{ code: 'seal-broken', position: null, path: null }] : found;
  const withheld = record.entries.filter((entry) => 'withheld' in entry).length;
  return {
    kind: 'record',
    record,
    report: {
      ...{ kind: 'record', findings, unaltered: findings.length === 0, no: null, compared: false },
      ...{ title: record.room.title, parties: [record.room.owner, record.room.candidate] },
      ...{ madeAt: record.made.at, signatures: [], head: record.head },
      ...{ shown: record.entries.length - withheld, withheld },
      fingerprint: record.seal?.fingerprint ?? null,
    },
  };
}

/** A report with more that was found. */
export function withFindings(report: VerificationReport, more: readonly Finding[]): VerificationReport {
  const findings = [...report.findings, ...more];
  return { ...report, findings, unaltered: findings.length === 0 };
}
