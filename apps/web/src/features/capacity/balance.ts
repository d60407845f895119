import type { Balance } from '#contracts/capacity-balance.js';

/** Spare firms minus orders, with its sign and at most one decimal. */
export const balanceOf = ({ supply, orders }: Pick<Balance, 'supply' | 'orders'>): string =>
  new Intl.NumberFormat('ja-JP', { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(
    Math.round((supply - orders) * 10) / 10,
  );

/** How a tile is coloured: more is asked for than is free, about as much, or less. */
export function levelOf({ supply, orders }: Pick<Balance, 'supply' | 'orders'>): 'short' | 'even' | 'spare' {
  const balance = supply - orders;
  if (balance < -0.5) return 'short';
  return balance > 0.5 ? 'spare' : 'even';
}
