import type { ProcessRow } from '../match.types.js';
import { both, type Rule } from './judged.js';
import { figure, isTold } from './numbers.js';
import { judgeRows } from './rows.js';
import { compareAtLeast, compareAtMost, compareEnvelope, compareLot, compareQuantity } from './verdicts.js';

export const envelope: Rule<'envelope'> = (requirement, asked) => {
  const wanted = [requirement.x, requirement.y, requirement.z].sort((a, b) => b - a);
  const size = () => wanted.map(figure).join('×');
  const shortfall = (row: ProcessRow) => {
    const space = spaceOf(row);
    return Math.max(0, ...wanted.map((side, i) => side - space[i]!));
  };
  return judgeRows(requirement, asked, {
    compare: ({ maxX, maxY, maxZ }) => compareEnvelope(wanted, maxX ?? NaN, maxY ?? NaN, maxZ ?? NaN),
    gap: shortfall,
    offer: (row) => {
      const space = spaceOf(row).map(figure).join('×');
      return both(`${space}mm まで`, `up to ${space} mm`);
    },
    question: () => both(`${size()}mm の品物は入りますか。`, `Can you take a part of ${size()} mm?`),
    change: (row) =>
      both(
        `あと ${figure(shortfall(row))}mm 大きい品物が入れば満たします`,
        `Met with ${figure(shortfall(row))} mm more room`,
      ),
  });
};

/** The longest sides first, of a row that tells them all. */
function spaceOf({ maxX, maxY, maxZ }: ProcessRow): number[] {
  return [maxX!, maxY!, maxZ!].sort((a, b) => b - a);
}

export const mass: Rule<'mass'> = (requirement, asked) =>
  judgeRows(requirement, asked, {
    compare: ({ maxMassKg }) => compareAtLeast(requirement.kg, maxMassKg ?? NaN),
    gap: ({ maxMassKg }) => requirement.kg - maxMassKg!,
    offer: ({ maxMassKg }) => both(`${figure(maxMassKg!)}kg まで`, `up to ${figure(maxMassKg!)} kg`),
    question: () =>
      both(
        `${figure(requirement.kg)}kg の品物を扱えますか。`,
        `Can you handle a part of ${figure(requirement.kg)} kg?`,
      ),
    change: ({ maxMassKg }) =>
      both(
        `あと ${figure(requirement.kg - maxMassKg!)}kg 重い品物を扱えれば満たします`,
        `Met with ${figure(requirement.kg - maxMassKg!)} kg more`,
      ),
  });

export const tolerance: Rule<'tolerance'> = (requirement, asked) =>
  judgeRows(requirement, asked, {
    compare: ({ toleranceMm }) => compareAtMost(requirement.mm, toleranceMm ?? NaN),
    gap: ({ toleranceMm }) => toleranceMm! - requirement.mm,
    offer: ({ toleranceMm }) => both(`±${figure(toleranceMm!)}mm`, `±${figure(toleranceMm!)} mm offered`),
    question: () =>
      both(
        `公差 ${figure(requirement.mm)}mm まで出せますか。`,
        `Can you hold a tolerance of ${figure(requirement.mm)} mm?`,
      ),
    change: ({ toleranceMm }) =>
      both(
        `公差をあと ${figure(toleranceMm! - requirement.mm)}mm 詰められれば満たします`,
        `Met if the tolerance is ${figure(toleranceMm! - requirement.mm)} mm tighter`,
      ),
  });

export const lot: Rule<'lot'> = (requirement, asked) => {
  const { pieces } = requirement;
  return judgeRows(requirement, asked, {
    compare: ({ lotFrom, lotTo }) => compareLot(pieces, lotFrom ?? NaN, lotTo ?? NaN),
    gap: (row) => Math.max(below(row, pieces), above(row, pieces)),
    offer: offeredLot,
    question: () =>
      both(`${figure(pieces)}個のロットを受けられますか。`, `Do you take lots of ${figure(pieces)}?`),
    change: () =>
      both(
        `${figure(pieces)}個のロットを受けられれば満たします`,
        `Met if the firm takes lots of ${figure(pieces)}`,
      ),
  });
};

export const quantity: Rule<'quantity'> = (requirement, asked) => {
  const { pieces } = requirement;
  return judgeRows(requirement, asked, {
    compare: ({ lotFrom, lotTo }) => compareQuantity(pieces, lotFrom ?? NaN, lotTo ?? NaN),
    gap: (row) => below(row, pieces),
    offer: offeredLot,
    question: () =>
      both(`全部で ${figure(pieces)}個を受けられますか。`, `Can you make ${figure(pieces)} in all?`),
    questionOf: ({ lotTo }) =>
      both(
        `${figure(lotTo!)}個以下のロットに分けて、全部で ${figure(pieces)}個を受けられますか。`,
        `Can you make ${figure(pieces)} in lots of ${figure(lotTo!)} or fewer?`,
      ),
    change: (row) =>
      below(row, pieces) > 0
        ? both(
            `${figure(pieces)}個から受けられれば満たします`,
            `Met if the firm takes as few as ${figure(pieces)}`,
          )
        : both('分けて納めてよければ満たします', 'Met if it may be delivered in several lots'),
  });
};

/** Pieces too few for the row's least lot, 0 or less where enough. */
function below({ lotFrom }: ProcessRow, pieces: number): number {
  return (lotFrom ?? 0) - pieces;
}

/** Pieces too many for the row's largest lot, 0 or less where it takes them. */
function above({ lotTo }: ProcessRow, pieces: number): number {
  return pieces - (lotTo ?? Infinity);
}

function offeredLot({ lotFrom, lotTo }: ProcessRow) {
  const from = figure(lotFrom ?? 0);
  const to = figure(lotTo ?? 0);
  if (!isTold(lotTo)) return both(`1ロット ${from}個以上`, `lots of ${from} or more`);
  if (!isTold(lotFrom)) return both(`1ロット ${to}個まで`, `lots of up to ${to}`);
  return both(`1ロット ${from}〜${to}個`, `lots of ${from}–${to}`);
}
