import { createHmac } from 'node:crypto';
import type { MeetingSide } from '#contracts/meeting-events.js';

/** What firms and tables are called in what is published. `tables`: by their number, the first first. */
export interface Codes {
  readonly firms: Readonly<Record<string, string>>;
  readonly tables: readonly string[];
}

interface Coded {
  readonly participantId: string;
  readonly side: MeetingSide;
}

/**
 * O01 …, S01 … and T01 … in an order that follows from the seed, which was committed to before wishes closed, so that
 * nobody can choose it; and from the server's key, so that nobody can tell from it who is who.
 */
export function codesOf(key: string | Buffer, seed: string, firms: readonly Coded[], tables: number): Codes {
  const lot = (id: string) => createHmac('sha256', key).update(`timetable code ${seed} ${id}`).digest('hex');
  const ordered = (ids: readonly string[], letter: string): [string, string][] =>
    ids
      .map((id) => [lot(id), id] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, id], i) => [id, numbered(letter, i + 1)]);
  const of = (side: MeetingSide) => firms.flatMap((firm) => (firm.side === side ? [firm.participantId] : []));
  const names = new Map(
    ordered(
      Array.from({ length: tables }, (_, i) => `table ${i + 1}`),
      'T',
    ),
  );
  return {
    firms: Object.fromEntries([...ordered(of('orderer'), 'O'), ...ordered(of('supplier'), 'S')]),
    tables: Array.from({ length: tables }, (_, i) => names.get(`table ${i + 1}`) ?? ''),
  };
}

/** The same with codes of their own for firms that came later. */
export function withLatecomers(codes: Codes, firms: readonly Coded[]): Codes {
  const known = { ...codes.firms };
  const next = { orderer: 1, supplier: 1 };
  const letters = { orderer: 'O', supplier: 'S' } as const;
  const taken = new Set(Object.values(known));
  for (const { participantId, side } of firms) {
    if (known[participantId]) continue;
    while (taken.has(numbered(letters[side], next[side]))) next[side] += 1;
    const code = numbered(letters[side], next[side]);
    known[participantId] = code;
    taken.add(code);
  }
  return { ...codes, firms: known };
}

const numbered = (letter: string, n: number): string => `${letter}${String(n).padStart(2, '0')}`;
