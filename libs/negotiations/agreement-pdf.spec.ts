import { execFileSync, spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someSealer } from '../../test/support/records.js';
import { someSheet } from '../../test/support/terms.js';
import { hashOf, type AgreementDocument } from './agreement-document.js';
import { agreementPdf } from './agreement-pdf.js';
import { AGREEMENT_FORMAT, type AgreementData } from './proof/agreement-data.js';
import { pdfData, pdfSeal, sealPdf } from './proof/pdf-seal.js';
import { verifyBytes } from './proof/verify.js';

const id = '01920000-0000-7000-8000-000000000001';
const document: AgreementDocument = {
  ...{ id, no: '2026-000001', roomId: id, introductionId: id, title: '精密切削部品の試作' },
  ...{ subjectKind: 'order', orderRevision: 2, terms: someSheet(), totalYen: 601 },
  owner: { companyId: id, name: '架空重機', corporateNumber: '1000000000000', by: '発注 花子' },
  candidate: { companyId: id, name: '架空製作所', corporateNumber: '2000000000000', by: '受注 太郎' },
  agreedAt: '2026-04-30T15:00:00.000Z',
};
const data: AgreementData = {
  format: AGREEMENT_FORMAT,
  agreement: { ...document, sha256: hashOf(document) },
  signatures: [{ side: 'owner', by: '発注 花子', at: '2026-05-01T01:00:00.000Z', method: 'totp' }],
  head: { position: 42, link: 'ab'.repeat(32) },
  verifyAt: 'https://match.example.jp/verify',
  fingerprint: someSealer.fingerprint,
  madeAt: '2026-05-01T01:00:00.000Z',
};
const print = async (of = data, language: 'ja' | 'en' = 'ja') =>
  sealPdf(await agreementPdf(of, language), someSealer);

/** The objects of a PDF with a plain cross-reference table, by number, each found at the offset that the table states. */
function objectsOf(pdf: Buffer): Map<number, string> {
  const text = pdf.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n?$/.exec(text)?.[1]);
  const [, count = '0'] = /^xref\n0 (\d+)\n/.exec(text.slice(start)) ?? [];
  const rows = [...text.slice(start).matchAll(/^(\d{10}) \d{5} n\s*$/gm)].map(([, offset]) => Number(offset));
  expect(rows).toHaveLength(Number(count) - 1);
  return new Map(
    rows.map((offset, i) => {
      expect(text.slice(offset).startsWith(`${i + 1} 0 obj\n`)).toBe(true);
      return [i + 1, text.slice(offset, text.indexOf('\nendobj', offset))];
    }),
  );
}
const trailerOf = (pdf: Buffer): string => /trailer\n[^]*$/.exec(pdf.toString('latin1'))?.[0] ?? '';

describe('an agreement on paper', () => {
  it('has the same bytes each time, and others in the other language or with another signature', async () => {
    const first = await print();
    expect((await print()).equals(first)).toBe(true);
    expect((await print(data, 'en')).equals(first)).toBe(false);
    expect((await print({ ...data, signatures: [] })).equals(first)).toBe(false);
  });

  // No validator of PDF/A is to be had as a package here: these are the marks of ISO 19005-3 that can be looked for.
  it('bears the marks of PDF/A-3b', async () => {
    const pdf = await print();
    const text = pdf.toString('latin1');
    const objects = [...objectsOf(pdf).values()];
    expect(text).toMatch(/^%PDF-1\.[4-7]\n%[\x80-\xff]{4}/);
    // The last thing in the file is its end, and nothing is encrypted; it has an identifier.
    expect(text.endsWith('%%EOF\n') || text.endsWith('%%EOF')).toBe(true);
    expect(trailerOf(pdf)).toMatch(/\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/);
    expect(trailerOf(pdf)).not.toContain('/Encrypt');
    const catalog = objects.find((object) => /\/Type \/Catalog/.test(object)) ?? '';
    for (const key of ['/Metadata ', '/OutputIntents ', '/AF ', '/Names ']) expect(catalog).toContain(key);
    const metadata = objects.find((object) => /\/Type \/Metadata/.test(object)) ?? '';
    expect(metadata).not.toContain('/Filter');
    expect(metadata).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(metadata).toContain('<pdfaid:conformance>B</pdfaid:conformance>');
    const intent =
      objects.find((object) => /\/OutputIntent\b/.test(object) && object.includes('/S /GTS_PDFA1')) ?? '';
    const profile = objectsOf(pdf).get(Number(/\/DestOutputProfile (\d+) 0 R/.exec(intent)?.[1])) ?? '';
    expect(streamOf(profile).toString('latin1', 36, 40)).toBe('acsp');
    const fonts = objects.filter((object) => /\/Type \/FontDescriptor/.test(object));
    expect(fonts).toHaveLength(2);
    for (const font of fonts) expect(font).toMatch(/\/FontFile2 \d+ 0 R/);
    const names = objects.filter((object) => /\/Type \/Font\n/.test(object));
    for (const font of names) expect(font).toMatch(/\/BaseFont \/[A-Z]{6}\+NotoSansJP/);
    expect(objects.filter((object) => /\/(JavaScript|Launch|LZWDecode|Encrypt)\b/.test(object))).toEqual([]);
    expect(objects.some((object) => object.includes('/AFRelationship /Data'))).toBe(true);
    if (spawnSync('pdftotext', ['-v']).error) return;
    const words = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
    for (const part of [
      '合意書',
      '署名',
      '認証アプリのコード',
      '未署名',
      '42件目',
      'https://match.example.jp/verify',
    ])
      expect(words).toContain(part);
  });

  it('carries its data, and is found unaltered', async () => {
    const pdf = await print();
    expect(pdfData(pdf)).toEqual(data);
    expect(pdfSeal(pdf)?.holds).toBe(true);
    expect((await verifyBytes(pdf)).report).toMatchObject({
      ...{ kind: 'agreement', unaltered: true, findings: [], no: '2026-000001', head: data.head },
      fingerprint: someSealer.fingerprint,
    });
  });

  it('is found altered whatever byte is another, one is left out or one more is there', async () => {
    const pdf = await print();
    const isUnaltered = (bytes: Buffer) =>
      verifyBytes(bytes).then(
        ({ report }) => report.unaltered,
        () => false,
      );
    await fc.assert(
      fc.asyncProperty(fc.nat(pdf.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = Buffer.from(pdf);
        other[at] = ((other[at] ?? 0) + by) % 256;
        expect(await isUnaltered(other)).toBe(false);
        expect(await isUnaltered(Buffer.concat([pdf.subarray(0, at), pdf.subarray(at + 1)]))).toBe(false);
        expect(
          await isUnaltered(Buffer.concat([pdf.subarray(0, at), Buffer.from([by]), pdf.subarray(at)])),
        ).toBe(false);
      }),
      { numRuns: 60 },
    );
    expect(await isUnaltered(Buffer.concat([pdf, Buffer.from('\n')]))).toBe(false);
  });

  it('tells what is wrong: the pages, the seal, or the data', async () => {
    const pdf = await print();
    const codes = async (bytes: Buffer) => (await verifyBytes(bytes)).report.findings.map(({ code }) => code);
    const page = Buffer.from(pdf);
    page.write('Nakadachi.', page.indexOf('Nakadachi', 0, 'latin1'), 'latin1');
    expect(await codes(page)).toEqual(['pdf-changed']);
    expect(await codes(await agreementPdf(data, 'ja'))).toEqual(['seal-missing']);
    const lied = { ...data, agreement: { ...data.agreement, totalYen: 600 } };
    expect(await codes(await print(lied))).toEqual(['data-changed']);
    await expect(verifyBytes(Buffer.from('%PDF-1.7\nanother'))).rejects.toThrow();
  });
});

const streamOf = (object: string): Buffer => {
  const packed = Buffer.from(object.slice(object.indexOf('stream\n') + 7), 'latin1');
  return object.includes('/FlateDecode') ? inflateSync(packed) : packed;
};
