import { describe, expect, it } from '@jest/globals';
import {
  ancestorsOf,
  certificateKinds,
  descendantsOf,
  distanceKm,
  findMaterial,
  findMunicipality,
  findPrefecture,
  findProcess,
  industries,
  isWithin,
  materials,
  municipalities,
  normaliseName,
  prefectures,
  processes,
  resolveMaterial,
  resolveProcess,
  themes,
  type TaxonomyEntry,
} from './index.js';
import { namesOf } from './lookup.js';

const lists = Object.entries({ processes, materials, certificateKinds, themes, industries });

/** Names that lead to more than one entry of the list, with the codes they lead to. */
function ambiguousNames(entries: TaxonomyEntry[]): string[] {
  const owners = new Map<string, string[]>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) owners.set(name, [...(owners.get(name) ?? []), entry.code]);
  }
  return [...owners]
    .filter(([, codes]) => codes.length > 1)
    .map(([name, codes]) => `${name}: ${codes.join(', ')}`);
}

function repeated(values: string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe.each(lists)('%s', (_name, entries) => {
  it('has each code once, in kebab-case', () => {
    expect(repeated(entries.map((entry) => entry.code))).toEqual([]);
    expect(entries.filter((entry) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(entry.code))).toEqual([]);
  });

  it('has a Japanese and an English name and no empty synonym', () => {
    const names = entries.flatMap((entry) => [entry.ja, entry.en, ...entry.synonyms]);
    expect(names.filter((name) => normaliseName(name) === '' || name !== name.trim())).toEqual([]);
  });

  it('has every parent, declared before its children, so that there are no cycles', () => {
    const seen = new Set<string | null>([null]);
    const orphans = entries.filter((entry) => !seen.has(entry.parent) || !seen.add(entry.code));
    expect(orphans.map((entry) => entry.code)).toEqual([]);
  });

  it('lets no name lead to two entries', () => {
    expect(ambiguousNames(entries)).toEqual([]);
  });
});

describe('size and depth', () => {
  it('covers the trades', () => {
    expect(processes.length).toBeGreaterThanOrEqual(170);
    expect(materials.length).toBeGreaterThanOrEqual(130);
    expect(certificateKinds.length).toBeGreaterThanOrEqual(30);
    expect(themes.length).toBeGreaterThanOrEqual(18);
    expect(industries.length).toBeGreaterThanOrEqual(25);
  });

  it('has at most three levels of processes and five of materials', () => {
    expect(processes.filter((entry) => ancestorsOf(entry.code).length > 2)).toEqual([]);
    expect(materials.filter((entry) => ancestorsOf(entry.code).length > 4)).toEqual([]);
  });

  it('shares no code between processes and materials, whose trees are looked up together', () => {
    expect(repeated([...processes, ...materials].map((entry) => entry.code))).toEqual([]);
  });
});

describe('resolving what people type', () => {
  it.each([
    ['ＳＵＳ３０４', 'sus304'],
    ['sus-304', 'sus304'],
    ['SUS 304', 'sus304'],
    ['18-8ステンレス', 'sus304'],
    ['A5052', 'a5052'],
    ['S45C', 's45c'],
    ['ﾎﾟﾘｱｾﾀｰﾙ', 'pom'],
    ['ポリアセタール', 'pom'],
    ['MCナイロン', 'mc-nylon'],
    ['真鍮', 'brass'],
    ['インコネル', 'inconel'],
  ])('finds the material %s', (text, code) => expect(resolveMaterial(text)).toBe(code));

  it.each([
    ['旋盤', 'turning'],
    ['lathe', 'turning'],
    ['NC 旋盤', 'turning'],
    ['ﾏｼﾆﾝｸﾞｾﾝﾀｰ', 'machining-centre'],
    ['5-Axis Machining', 'five-axis-machining'],
    ['wire-edm', 'wire-edm'],
    ['メッキ', 'plating'],
  ])('finds the process %s', (text, code) => expect(resolveProcess(text)).toBe(code));

  it('guesses nothing: an unknown, partial or empty text resolves to null', () => {
    expect([resolveProcess('旋'), resolveProcess(''), resolveProcess('SUS304')]).toEqual([null, null, null]);
    expect([resolveMaterial('ポリアセタル'), resolveMaterial(' ')]).toEqual([null, null]);
  });

  it('keeps the long-vowel mark, which changes a word', () => {
    expect(normaliseName('Ｍ－ＰＰＥ　コーター')).toBe('mppeコーター');
  });
});

describe('broader and narrower terms', () => {
  it('names the ancestors, nearest first', () => {
    expect(ancestorsOf('sus304')).toEqual(['stainless-steel', 'steel', 'metal']);
    expect(ancestorsOf('automatic-lathe')).toEqual(['turning', 'machining']);
    expect(ancestorsOf('no-such-code')).toEqual([]);
  });

  it('names the descendants with the term itself', () => {
    expect(descendantsOf('edm')).toEqual(['edm', 'die-sinking-edm', 'wire-edm', 'small-hole-edm']);
    expect(descendantsOf('metal')).toContain('a5052');
    expect(descendantsOf('no-such-code')).toEqual([]);
  });

  it('tells whether one term is within another', () => {
    expect(isWithin('wire-edm', 'electro-machining')).toBe(true);
    expect(isWithin('wire-edm', 'wire-edm')).toBe(true);
    expect(isWithin('edm', 'wire-edm')).toBe(false);
    expect(isWithin('a5052', 'steel')).toBe(false);
  });

  it('finds entries by code', () => {
    expect(findProcess('turning')?.parent).toBe('machining');
    expect(findMaterial('pom')?.ja).toContain('ポリアセタール');
    expect([findProcess('pom'), findMaterial('turning')]).toEqual([undefined, undefined]);
  });
});

describe('places', () => {
  it('has the 47 prefectures in order', () => {
    const codes = Array.from({ length: 47 }, (_, index) => String(index + 1).padStart(2, '0'));
    expect(prefectures.map((prefecture) => prefecture.code)).toEqual(codes);
    expect(prefectures.filter(({ ja, en }) => !/[都道府県]$/.test(ja) || !/^[A-Z][a-z]+$/.test(en))).toEqual(
      [],
    );
  });

  it('has at least 250 municipalities, each code once and in order, in a known prefecture', () => {
    const codes = municipalities.map((municipality) => municipality.code);
    expect(codes.length).toBeGreaterThanOrEqual(250);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.filter((code) => !/^\d{5}$/.test(code))).toEqual([]);
    expect(municipalities.filter(({ prefecture }) => !findPrefecture(prefecture))).toEqual([]);
  });

  it('names each once in its prefecture', () => {
    expect(repeated(municipalities.map(({ prefecture, ja }) => prefecture + ja))).toEqual([]);
    expect(municipalities.filter(({ ja, en }) => !/[市区町村]$/.test(ja) || !/^[A-Z]/.test(en))).toEqual([]);
  });

  it('has every prefecture, the 20 designated cities and the 23 wards', () => {
    expect(new Set(municipalities.map(({ prefecture }) => prefecture)).size).toBe(47);
    expect(
      municipalities.filter(({ code }) => /^\d\d1\d0$/.test(code) && !code.startsWith('13')),
    ).toHaveLength(20);
    expect(municipalities.filter(({ code }) => code.startsWith('131'))).toHaveLength(23);
  });

  it('puts every point inside Japan', () => {
    const outside = [...prefectures, ...municipalities].filter(
      ({ latitude, longitude }) => latitude < 24 || latitude > 45.6 || longitude < 122.9 || longitude > 145.9,
    );
    expect(outside).toEqual([]);
  });

  it('puts every municipality within 200 km of its prefectural office', () => {
    const far = municipalities.filter((place) => {
      const prefecture = findPrefecture(place.prefecture);
      return place.prefecture !== '01' && (!prefecture || distanceKm(place, prefecture) > 200);
    });
    expect(far).toEqual([]);
  });

  it('measures the distance over the ground', () => {
    const kawasaki = findMunicipality('14130');
    const osaka = findPrefecture('27');
    const tokyo = findPrefecture('13');
    if (!kawasaki || !osaka || !tokyo) throw new Error('a place of this test is missing');
    expect(distanceKm(tokyo, tokyo)).toBe(0);
    expect(distanceKm(tokyo, osaka)).toBeCloseTo(distanceKm(osaka, tokyo), 9);
    expect(Math.abs(distanceKm(tokyo, osaka) - 395.8)).toBeLessThan(2);
    expect(Math.abs(distanceKm(kawasaki, tokyo) - 17.7)).toBeLessThan(0.5);
    expect(distanceKm({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 180 })).toBeCloseTo(
      20015.1,
      1,
    );
  });
});
