import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, hashOf, type AgreementDocument } from './agreement-document.js';
import { fiscalYearOf } from './fiscal-year.js';

const id = '01920000-0000-7000-8000-000000000001';
const document: AgreementDocument = {
  id,
  no: '2026-000001',
  roomId: id,
  introductionId: id,
  title: '精密切削部品の試作',
  subjectKind: 'order',
  orderRevision: 2,
  owner: { companyId: id, name: '架空重機', corporateNumber: '1000000000000', by: '発注 花子' },
  candidate: { companyId: id, name: '架空製作所', corporateNumber: '2000000000000', by: '受注 太郎' },
  terms: {
    item: '軸受け',
    quantity: 0.5,
    unit: '個',
    unitPriceYen: 1_201,
    deliveryOn: '2026-06-30',
    deliveryPlace: '大阪工場',
    payment: '月末締め翌月末払い',
    validUntil: '2026-05-31',
    note: '',
  },
  totalYen: 601,
  agreedAt: '2026-04-30T15:00:00.000Z',
};

describe('an agreement', () => {
  it('has one canonical form, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ depthSize: 'small' }), (value) => {
        const json = canonicalJson(value);
        expect(canonicalJson(JSON.parse(json))).toBe(json);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(reversed(value))).toBe(json);
      }),
    );
    expect(canonicalJson({ b: [1, { d: 'あ', c: null }], a: 1.5 })).toBe(
      '{"a":1.5,"b":[1,{"c":null,"d":"あ"}]}',
    );
  });

  it('has another hash as soon as anything in it is another', () => {
    const hash = hashOf(document);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(hashOf({ ...document, totalYen: 602 })).not.toBe(hash);
    expect(hashOf({ ...document, terms: { ...document.terms, note: ' ' } })).not.toBe(hash);
  });
});

describe('a fiscal year', () => {
  it('begins in April, by the clock of Japan', () => {
    expect(fiscalYearOf(new Date('2026-03-31T14:59:59Z'))).toBe(2025);
    expect(fiscalYearOf(new Date('2026-03-31T15:00:00Z'))).toBe(2026);
    expect(fiscalYearOf(new Date('2026-12-31T15:00:00Z'))).toBe(2026);
  });
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
