import { describe, expect, it } from '@jest/globals';
import { isOwnFile, isShownTo, type RecordReaderOf } from './record-visibility.js';

const reader = (role: RecordReaderOf['role'], joinedSeq = 1): RecordReaderOf => ({
  role,
  joinedSeq,
  name: '',
});
const said = (seq: number, data: object = {}) => ({ kind: 'message' as const, seq, body: { data } });

describe('what a record shows', () => {
  it('begins with what its reader has seen from the first', () => {
    expect(isShownTo(reader('owner', 5), said(4))).toBe(false);
    expect(isShownTo(reader('owner', 5), said(5))).toBe(true);
    expect(isShownTo(reader('platform', 5), said(4))).toBe(true);
  });

  it('holds back from the coordinator what the parties said between them', () => {
    const between = said(3, { between: true });
    expect(isShownTo(reader('coordinator'), between)).toBe(false);
    for (const role of ['owner', 'candidate', 'platform'] as const)
      expect(isShownTo(reader(role), between)).toBe(true);
  });

  it('has offers, prices and agreements for everybody', () => {
    for (const kind of ['offer', 'price', 'agreement', 'signature', 'minutes', 'nda', 'file'] as const)
      expect(isShownTo(reader('coordinator', 99), { kind, seq: null, body: {} })).toBe(true);
  });

  it('gives files that others may not have to the side that they are from', () => {
    expect(isOwnFile(reader('owner'), 'owner')).toBe(true);
    expect(isOwnFile(reader('owner'), 'candidate')).toBe(false);
    expect(isOwnFile(reader('coordinator'), 'owner')).toBe(false);
    expect(isOwnFile(reader('platform'), 'candidate')).toBe(true);
  });
});
