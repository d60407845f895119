import { describe, expect, it } from '@jest/globals';
import {
  draftTotals,
  emptyLine,
  firstSheet,
  isOneLot,
  joinLots,
  splitLots,
  typedDecimal,
  withoutLine,
  withQuantity,
} from './offer-draft';

const typed = () => {
  const sheet = firstSheet('軸受け', undefined, '個', '2026-12-10');
  const [line] = sheet.lines as [(typeof sheet.lines)[0]];
  return {
    ...sheet,
    lines: [{ ...line, quantity: '30', unitPrice: '12.5' }],
    lots: [{ ...sheet.lots[0]!, deliverOn: '2026-12-20' }],
  };
};

describe('an offer that is being written', () => {
  it('begins with one line, one delivery and the usual payment', () => {
    const sheet = firstSheet('軸受け', undefined, '個', '2026-12-10');
    expect(sheet.lines).toMatchObject([{ item: '軸受け', unit: '個', quantity: '', taxClass: 'standard' }]);
    expect(isOneLot(sheet.lots)).toBe(true);
    expect(sheet.payment).toMatchObject({ timing: 'monthly', closingDay: 31, monthsAfter: 1, dueDay: 31 });
    expect(draftTotals(sheet)).toBeNull();
  });

  it('has a total as soon as its amounts are numbers, rounded half up until the parties agree otherwise', () => {
    expect(draftTotals(typed())).toMatchObject([{ currency: 'JPY', net: '375', gross: '413' }]);
  });

  it('has none of what could not be offered', () => {
    for (const unitPrice of ['', '-5', '1.2345678'])
      expect(
        draftTotals({ ...typed(), lines: [{ ...emptyLine('個'), quantity: '3', unitPrice }] }),
      ).toBeNull();
  });

  it('takes numbers as they are typed on a Japanese keyboard', () => {
    expect([typedDecimal('１，２００．５'), typedDecimal(' 1,200 ')]).toEqual(['1200.5', '1200']);
  });

  it('is split into lots and joined again without losing a day', () => {
    const sheet = typed();
    const [first, second] = splitLots(sheet);
    expect(first?.quantities).toEqual([{ lineKey: sheet.lines[0]?.key, quantity: '30' }]);
    expect(second?.quantities).toEqual([]);
    const joined = joinLots([first!, { ...second!, deliverOn: '2027-01-31' }]);
    expect(joined).toMatchObject([{ deliverOn: '2027-01-31', quantities: [] }]);
    expect(isOneLot(joined)).toBe(true);
  });

  it('forgets a line in its lots as well', () => {
    const sheet = typed();
    const more = { ...sheet, lines: [...sheet.lines, emptyLine('個')], lots: splitLots(sheet) };
    const key = sheet.lines[0]?.key ?? '';
    expect(withoutLine(more, key).lots.flatMap(({ quantities }) => quantities)).toEqual([]);
    expect(withQuantity(more.lots[0]!, key, '10').quantities).toEqual([{ lineKey: key, quantity: '10' }]);
  });
});
