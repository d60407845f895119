import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boothsOf, crossAisles, sizeOf, type FairHall } from '#contracts/fair-plan.js';
import { fillBooths, type WantsBooths } from './fill-booths.js';

const hall = (key: string, rows: number, perRow: number, isOnline = false): FairHall => ({
  ...{ key, rows, perRow, isOnline, name: key, nameEn: '' },
});
const wants = (exhibitorId: string, booths: number, pavilionKey: string | null = null): WantsBooths => ({
  ...{ exhibitorId, booths, pavilionKey, attends: 'both' },
});

describe('the booths of a hall', () => {
  it('do not overlap, lie inside it, and each has an aisle in front', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 }), (rows, perRow) => {
        const booths = boothsOf({ key: 'A', rows, perRow });
        const { width, depth } = sizeOf({ rows, perRow });
        expect(new Set(booths.map(({ x, y }) => `${x} ${y}`)).size).toBe(rows * perRow);
        for (const { x, y, aisleY } of booths) {
          expect(x + 3 <= width && y + 3 <= depth && aisleY > 0 && aisleY < depth).toBe(true);
          expect(aisleY < y || aisleY > y + 3).toBe(true);
          // No booth of another row stands in the aisle.
          expect(booths.some((other) => other.y < aisleY && aisleY < other.y + 3)).toBe(false);
        }
        for (const x of crossAisles({ rows, perRow }))
          expect(booths.some((booth) => booth.x < x && x < booth.x + 3)).toBe(false);
      }),
    );
  });
});

describe('filling booths', () => {
  const arbitraryWants = fc.array(
    fc.record({
      booths: fc.integer({ min: 1, max: 4 }),
      pavilionKey: fc.constantFrom(null, 'kawasaki', 'sagami'),
      attends: fc.constantFrom('on-site' as const, 'online' as const, 'both' as const),
    }),
    { maxLength: 25 },
  );

  it('gives each booth once, all that one wants or none, side by side, and keeps what is taken', () => {
    fc.assert(
      fc.property(
        arbitraryWants,
        fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 12 }),
        (given, at) => {
          const halls = [hall('A', 3, 8), hall('B', 2, 5), hall('C', 1, 6, true)];
          const taken = at.map((n) => ({ no: `A-${String(n).padStart(2, '0')}`, pavilionKey: null }));
          const wanting = given.map((one, i) => ({ ...one, exhibitorId: String(i) }));
          const made = fillBooths(halls, taken, wanting);
          const numbers = [...made.map(({ no }) => no), ...taken.map(({ no }) => no)];
          expect(new Set(numbers).size).toBe(numbers.length);
          const all = halls.flatMap(boothsOf);
          for (const { exhibitorId, booths, attends } of wanting) {
            const own = made.filter((one) => one.exhibitorId === exhibitorId).map(({ no }) => no);
            expect([0, booths]).toContain(own.length);
            const places = own.map((no) => all.find((booth) => booth.no === no));
            expect(new Set(places.map((place) => `${place?.hall} ${place?.y}`)).size).toBe(
              own.length > 0 ? 1 : 0,
            );
            for (const place of places) expect(place?.hall === 'C').toBe(attends === 'online');
          }
        },
      ),
    );
  });

  it('keeps a pavilion together, in the smallest gap that holds it', () => {
    const made = fillBooths(
      [hall('A', 1, 8), hall('B', 1, 4)],
      [],
      [wants('x', 1), wants('p1', 2, 'city'), wants('p2', 2, 'city')],
    );
    expect(made.filter(({ exhibitorId }) => exhibitorId.startsWith('p')).map(({ no }) => no)).toEqual([
      'B-01',
      'B-02',
      'B-03',
      'B-04',
    ]);
    expect(made.find(({ exhibitorId }) => exhibitorId === 'x')?.no).toBe('A-01');
  });

  it('lets a pavilion grow where it stands, on the tighter side, and leaves out who finds no gap', () => {
    const taken = [
      { no: 'A-04', pavilionKey: 'city' },
      { no: 'A-07', pavilionKey: null },
    ];
    expect(fillBooths([hall('A', 1, 8)], taken, [wants('p', 1, 'city')])).toEqual([
      { no: 'A-05', exhibitorId: 'p' },
    ]);
    expect(fillBooths([hall('A', 1, 8)], taken, [wants('wide', 4)])).toEqual([]);
  });
});
