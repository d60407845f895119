import { describe, expect, it } from '@jest/globals';
import type { DocumentRevision, RoomDocument } from '#contracts/room-files.js';
import { emptyLine } from './offer-draft';
import { nameableRevisions, onDrawing } from './offer-drawing';

const revision = (no: number, createdAt: string, more: Partial<DocumentRevision> = {}): DocumentRevision => ({
  ...{ no, label: '', note: '', fileName: 'a.pdf', mime: 'application/pdf', size: 1, sha256: '', pages: 1 },
  ...{ scan: 'none', by: '', createdAt, revokedAt: null, revokeReason: '', namedBy: [], allPages: 1 },
  can: { view: true, download: true, revoke: false },
  ...more,
});
const document = (
  id: string,
  revisions: DocumentRevision[],
  more: Partial<RoomDocument> = {},
): RoomDocument => ({
  ...{ id, no: 1, side: 'owner', kind: 'drawing', level: 'open', title: `図 ${id}`, hiddenBy: null },
  ...{ createdAt: '', revisions, can: { revise: false, revoke: false, seeAccesses: false } },
  ...more,
});
const keys = (items: RoomDocument[], ndaInForce = true) =>
  nameableRevisions({ items, ndaInForce, maxMegabytes: 20, can: { add: true } }).map(({ key }) => key);

describe('the drawings that an offer can be made on', () => {
  it('come with the latest first', () => {
    const old = document('old', [revision(2, '2026-05-02'), revision(1, '2026-05-01')]);
    const late = document('new', [revision(1, '2026-06-01')]);
    expect(keys([old, late])).toEqual(['new/1', 'old/2', 'old/1']);
  });

  it('are those that both sides may read', () => {
    const nda = document('nda', [revision(1, '2026-05-01')], { level: 'nda' });
    expect([keys([nda], false), keys([nda])]).toEqual([[], ['nda/1']]);
    expect(keys([{ ...nda, hiddenBy: 'nda', title: null }])).toEqual([]);
    const held = [
      revision(5, '2026-05-05', { scan: 'clean' }),
      revision(4, '2026-05-04', { scan: 'waiting' }),
      revision(3, '2026-05-03', { scan: 'infected' }),
      revision(2, '2026-05-02', { revokedAt: '2026-05-06' }),
    ];
    expect(keys([document('held', held)])).toEqual(['held/5']);
  });
});

describe('a line on a drawing of the room', () => {
  const items = [document('a', [revision(2, '2026-05-02', { label: 'B' }), revision(1, '2026-05-01')])];
  const [second, first] = nameableRevisions({
    items,
    ndaInForce: false,
    maxMegabytes: 20,
    can: { add: true },
  });

  it('is called as the document is', () => {
    const line = onDrawing(emptyLine('個'), second!);
    expect(line).toMatchObject({ drawing: '図 a', drawingRevision: 'B', document: { id: 'a', revision: 2 } });
  });

  it('tells no word of a document that the coordinator may not read', () => {
    for (const level of ['nda', 'parties'] as const) {
      const secret = document('b', [revision(3, '2026-05-03', { label: '極秘' })], { level, no: 7 });
      const [chosen] = nameableRevisions({
        ...{ items: [secret], ndaInForce: true, maxMegabytes: 20, can: { add: true } },
      });
      expect(onDrawing(emptyLine('個'), chosen!)).toMatchObject({ drawing: 'No.7', drawingRevision: '3' });
    }
  });

  it('keeps the number that was typed while only the revision changes', () => {
    const line = onDrawing({ ...onDrawing(emptyLine('個'), second!), drawing: 'TS-4410' }, first!);
    expect(line).toMatchObject({ drawing: 'TS-4410', drawingRevision: '1', document: { revision: 1 } });
  });

  it('keeps its words when it is taken off', () => {
    const line = onDrawing(onDrawing(emptyLine('個'), second!), null);
    expect(line).toMatchObject({ drawing: '図 a', drawingRevision: 'B' });
    expect(line).not.toHaveProperty('document');
  });
});
