import type { Finding, Vote } from '#contracts/sealed-vote.js';

/** What the votes come to. */
export interface Tally {
  readonly finding: Finding;
  /** What is owed of the claimed amount; null where none was claimed. */
  readonly amountYen: number | null;
  readonly counts: Readonly<Record<Finding, number>>;
}

const strength: Record<Finding, number> = { upheld: 2, partly: 1, rejected: 0 };

/** More than half of the seats: so many votes must be opened for an opinion. */
export const quorumOf = (seats: number): number => Math.floor(seats / 2) + 1;

/**
 * The opinion that the majority bears. Where there are more than two opinions and none has the majority, the votes for the
 * most are added to those for the next less until they are the majority, and the least of these decides (the rule of
 * Article 77(2)(i) of Japan's Court Act, 裁判所法77条2項1号, for amounts; taken for findings without an amount likewise). An even split
 * goes to the lesser. Null without votes.
 */
export function tally(votes: readonly Vote[], claimedYen: number | null): Tally | null {
  const counts = { upheld: 0, partly: 0, rejected: 0 };
  for (const { finding } of votes) counts[finding] += 1;
  const worth = ({ finding, amountYen }: Vote): number => {
    if (claimedYen === null) return strength[finding];
    return finding === 'upheld'
      ? claimedYen
      : finding === 'rejected'
        ? 0
        : Math.min(amountYen ?? 0, claimedYen);
  };
  const fromMost = [...votes].sort(
    (a, b) => worth(b) - worth(a) || strength[b.finding] - strength[a.finding],
  );
  const decisive = fromMost[quorumOf(votes.length) - 1];
  if (!decisive) return null;
  return { finding: decisive.finding, amountYen: claimedYen === null ? null : worth(decisive), counts };
}
