import type { BothLanguages, ProcessRow } from '../match.types.js';
import { both, type Firm, type Rule } from './judged.js';
import { dayCount, dayInJapanese, daysBetween, daysLater, figure } from './numbers.js';
import { compareRoom, roomOf, stepsOld, type Room } from './room.js';
import { judgeRows } from './rows.js';
import { compareDelivery } from './verdicts.js';

export const delivery: Rule<'delivery'> = (requirement, asked) => {
  const days = daysBetween(asked.today, requirement.date);
  const today = dayCount(asked.today);
  const room = (row: ProcessRow, { supplier }: Firm) => roomOf(supplier.capacity, row.code, days, today);
  return judgeRows(requirement, asked, {
    compare: (row, firm) => {
      const { free, age } = room(row, firm) ?? { free: NaN, age: 0 };
      return compareDelivery(days, row.leadTimeDays ?? NaN, compareRoom(free, age));
    },
    gap: ({ leadTimeDays }) => leadTimeDays! - days,
    offer: (row, firm) => {
      const lead = row.leadTimeDays!;
      const ready = daysLater(asked.today, lead);
      const note = lead <= days ? tellRoom(room(row, firm), asked.today) : both('', '');
      return both(
        `標準 ${lead}日（${dayInJapanese(ready)}）${note.ja}`,
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

function tellRoom(room: Room | null, today: string): BothLanguages {
  if (room === null) return both('', '');
  const { free, age } = room;
  const day = daysLater(today, -age);
  const isOld = stepsOld(age) > 0;
  const told = both(
    isOld ? `${dayInJapanese(day)}の回答のため弱く数えます` : `${dayInJapanese(day)}回答`,
    isOld ? `told ${day}, so it counts less` : `told ${day}`,
  );
  return free === 0
    ? both(`、ただし余力なし（${told.ja}）`, `, but no spare capacity (${told.en})`)
    : both(`、余力 ${free}%（${told.ja}）`, `, ${free} % free (${told.en})`);
}
