import type { CapacityRow, ProcessRow } from '../match.types.js';
import { both, type Firm, type Rule } from './judged.js';
import { dayInJapanese, daysBetween, daysLater, figure } from './numbers.js';
import { judgeRows } from './rows.js';
import { compareDelivery } from './verdicts.js';

export const delivery: Rule<'delivery'> = (requirement, asked) => {
  const days = daysBetween(asked.today, requirement.date);
  const full = (row: ProcessRow, { supplier }: Firm) => toldFull(supplier.capacity, row.code, days);
  return judgeRows(requirement, asked, {
    compare: (row, firm) => compareDelivery(days, row.leadTimeDays ?? NaN, full(row, firm)),
    gap: ({ leadTimeDays }) => leadTimeDays! - days,
    offer: (row, firm) => {
      const lead = row.leadTimeDays!;
      const ready = daysLater(asked.today, lead);
      const note =
        lead <= days && full(row, firm) ? both('、ただし余力なし', ', but no spare capacity') : both('', '');
      return both(
        `標準 ${lead}日(${dayInJapanese(ready)})${note.ja}`,
        `usually ${lead} days (${ready})${note.en}`,
      );
    },
    question: () =>
      both(
        `${dayInJapanese(requirement.date)}までに納められますか。`,
        `Can you deliver by ${requirement.date}?`,
      ),
    change: ({ leadTimeDays }) =>
      leadTimeDays! > days
        ? both(
            `納期をあと ${figure(leadTimeDays! - days)}日 縮められれば満たします`,
            `Met if delivered ${figure(leadTimeDays! - days)} days sooner`,
          )
        : both('余力が空けば満たします', 'Met once the firm has spare capacity'),
  });
};

/** Whether the firm told 0 % free for the weeks up to the delivery; nothing told is not full. */
function toldFull(capacity: readonly CapacityRow[], process: string, days: number): boolean {
  const row = capacity.find((each) => each.process === process);
  if (!row) return false;
  if (days <= 28) return row.weeks4 === 0;
  return days <= 56 ? row.weeks8 === 0 : row.weeks12 === 0;
}
