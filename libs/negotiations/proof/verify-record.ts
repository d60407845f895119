import type { Finding, FindingCode } from '#contracts/verification.js';
import { hashOfEntry, headBefore, linkAfter } from './record-chain.js';
import { sealedBytes, type RecordEntry, type RecordFile } from './record-file.js';
import { isSealOf } from './sealing.js';

const at = (code: FindingCode, position: number | null = null): Finding => ({ code, position, path: null });

/**
 * What is wrong with a record, from the record alone; empty where nothing is. An entry is compared by the links that the
 * record itself states, so that one change is told as one; what fits in every part but not as a whole is `seal-broken`.
 */
export function recordFindings(record: RecordFile): Finding[] {
  const findings = [...placeFindings(record), ...linkFindings(record)];
  if (!record.seal) return [...findings, at('seal-missing')];
  if (!isSealOf(record.seal, sealedBytes(record)) && findings.length === 0) return [at('seal-broken')];
  return findings;
}

/** Entries that are not where they should be. */
function placeFindings({ entries, head }: RecordFile): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<number>();
  let last = 0;
  for (const { position } of entries) {
    if (seen.has(position)) findings.push(at('entry-repeated', position));
    else if (position < 1 || position > head.position) findings.push(at('entry-added', position));
    else if (position < last) findings.push(at('entry-moved', position));
    seen.add(position);
    last = Math.max(last, position);
  }
  // A head that was set to a number out of all proportion names the gap once, not a billion times.
  const missing = Math.min(head.position, entries.length + MOST_MISSING);
  for (let position = 1; position <= missing; position += 1)
    if (!seen.has(position)) findings.push(at('entry-missing', position));
  return findings;
}

const MOST_MISSING = 1_000;

/** Entries whose link does not follow from the one before and what they say. */
function linkFindings({ room, entries, head }: RecordFile): Finding[] {
  const findings: Finding[] = [];
  const before = headBefore(room.id);
  const links = new Map([[before.position, before.link]]);
  for (const { position, link } of entries) if (!links.has(position)) links.set(position, link);
  const checked = new Set<number>();
  for (const entry of entries) {
    const previous = links.get(entry.position - 1);
    if (checked.has(entry.position) || previous === undefined) continue;
    checked.add(entry.position);
    if (linkAfter(previous, hashIn(entry)) !== entry.link) findings.push(at('entry-changed', entry.position));
  }
  const reached = links.get(head.position);
  if (reached !== undefined && reached !== head.link) findings.push(at('head-differs', head.position));
  return findings;
}

const hashIn = (entry: RecordEntry): string => ('withheld' in entry ? entry.hash : hashOfEntry(entry));
