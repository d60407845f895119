import { certificateKinds, materials, prefectures, processes, themes } from '#companies/index.js';
import type { ProcessRow, Supplier } from '#matching/engine/index.js';
import { Random, Zipf } from './random.js';
import { profileOf, titleOf } from './words.js';

/** The capability tags of a firm: processes, materials, certificates and themes together. */
const TAGS = 30;
/** Firms that have registered their name and nothing else. */
const NEW = 0.03;
/** Processes of the firm's own branch of the tree. */
const AT_HOME = 0.7;
/** Process rows with figures, and figures in them. */
const WITH_FIGURES = 0.6;
const TOLD = 0.75;

const tolerances = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];
const sides = [50, 100, 200, 300, 400, 500, 600, 800, 1000, 1200, 1500, 2000, 3000, 6000];
const masses = [0.1, 0.5, 1, 5, 10, 30, 100, 500, 1000, 5000];
const leastLots = [1, 1, 1, 5, 10, 50, 100, 500, 1000, 10_000];
const mostLots = [10, 50, 100, 500, 1000, 5000, 10_000, 100_000, 1_000_000];
const leadTimes = [3, 5, 7, 10, 14, 14, 21, 21, 30, 30, 45, 60, 90];

/**
 * Companies as a register would hold them, drawn by a seed: company `i` is the same in every run and needs no other one.
 *
 * - 30 capability tags each of the real lists: 8 to 14 processes, 0 to 4 certificates, 0 to 4 themes, the rest materials.
 *   Each list is drawn by Zipf's law in a seeded order; seven of ten processes lie in the firm's own branch of the tree,
 *   which is drawn by Zipf's law, too. Three of a hundred firms have told nothing yet.
 * - Six of ten process rows tell three of four of their figures; three processes have capacity told.
 * - Texts: a paragraph, one or two products and, by a long tail, 0 to 12 awards, of the lists' own words.
 * - Places by Zipf's law over the prefectures, with coordinates near their offices.
 */
export class Firms {
  private readonly branches: Zipf<Zipf<(typeof processes)[number]>>;
  private readonly processes: Zipf<(typeof processes)[number]>;
  private readonly materials: Zipf<(typeof materials)[number]>;
  private readonly certificates: Zipf<(typeof certificateKinds)[number]>;
  private readonly themes: Zipf<(typeof themes)[number]>;
  private readonly prefectures: Zipf<(typeof prefectures)[number]>;

  constructor(private readonly seed: number) {
    const tops = processes.filter(({ parent }) => parent === null);
    const branches = tops.map(({ code }) => new Zipf(branchOf(code), seed));
    this.branches = new Zipf(branches, seed);
    this.processes = new Zipf(processes, seed);
    this.materials = new Zipf(materials, seed);
    this.certificates = new Zipf(certificateKinds, seed);
    this.themes = new Zipf(themes, seed);
    this.prefectures = new Zipf(prefectures, seed);
  }

  /** @param version 0, or more for a later state of the same company */
  at(i: number, version = 0): Supplier {
    const random = new Random(this.seed, i);
    const id = idOf(i, random);
    const place = this.prefectures.draw(random);
    const isNew = random.chance(NEW);
    const certificates = isNew ? [] : this.certificates.several(fewOf(random), random);
    const themesOfFirm = isNew ? [] : this.themes.several(fewOf(random), random);
    const done = isNew ? [] : this.processesOf(random.int(8, 14), random);
    const left = TAGS - certificates.length - themesOfFirm.length - done.length;
    const worked = isNew ? [] : this.materials.several(left, random);
    // A later state of the company has other figures, days and capacity; every tenth one other texts, too.
    const later = version === 0 ? random : new Random(this.seed, i, version);
    return {
      id,
      name: `株式会社${i}`,
      approved: true,
      processes: done.map(({ code }) => rowOf(code, later)),
      materials: worked.map(({ code }) => code),
      certificates: certificates.map(({ code }) => ({ kind: code, validUntil: dayWithin(later) })),
      capacity: done.slice(0, 3).map(({ code }) => ({
        process: code,
        weeks4: later.pick([0, 0, 20, 50, 100]),
        weeks8: later.pick([0, 20, 50, 100]),
        weeks12: later.pick([0, 50, 100]),
        toldAt: '2026-10-20T00:00:00.000Z',
      })),
      equipment: [],
      prefecture: isNew ? null : place.code,
      lat: isNew ? null : place.latitude + random.next() / 2,
      lon: isNew ? null : place.longitude + random.next() / 2,
      themes: themesOfFirm.map(({ code }) => code),
      texts: isNew
        ? []
        : textsOf(done, worked, new Random(this.seed, i, 3, version % 10 === 9 ? version : 0)),
      updatedAt: '2026-11-01T00:00:00.000Z',
    };
  }

  /** Processes and materials of one order, as a firm that could take it would state them. */
  combination(random: Random) {
    return { processes: this.processesOf(3, random), materials: this.materials.several(2, random) };
  }
  certificate(random: Random): string {
    return this.certificates.draw(random).code;
  }
  theme(random: Random): string {
    return this.themes.draw(random).code;
  }
  prefecture(random: Random): string {
    return this.prefectures.draw(random).code;
  }

  private processesOf(count: number, random: Random) {
    const branch = this.branches.draw(random);
    const home = branch.several(Math.min(Math.round(count * AT_HOME), branch.items.length), random);
    const found = new Set(home);
    for (let tries = 0; found.size < count && tries < 200; tries++) found.add(this.processes.draw(random));
    return [...found];
  }
}

/** A top process and all below it. */
function branchOf(top: string) {
  const codes = new Set([top]);
  return processes.filter(({ code, parent }) => {
    if (code !== top && (parent === null || !codes.has(parent))) return false;
    codes.add(code);
    return true;
  });
}

function rowOf(code: string, random: Random): ProcessRow {
  if (!random.chance(WITH_FIGURES)) return { code };
  const told = <Value>(values: readonly Value[]) => (random.chance(TOLD) ? random.pick(values) : null);
  const place = random.int(0, sides.length - 1);
  const isSizeTold = random.chance(TOLD);
  const side = (down: number) => (isSizeTold ? sides[Math.max(0, place - down)]! : null);
  return {
    code,
    maxX: side(0),
    maxY: side(random.int(0, 2)),
    maxZ: side(random.int(1, 4)),
    maxMassKg: told(masses),
    toleranceMm: told(tolerances),
    lotFrom: told(leastLots),
    lotTo: told(mostLots),
    leadTimeDays: told(leadTimes),
  };
}

/** 0 for four of ten, then fewer and fewer up to 4. */
function fewOf(random: Random): number {
  return random.pick([0, 0, 0, 0, 1, 1, 1, 2, 3, 4]);
}

/** From one year ago to four years ahead of November 2026; one of five without a date. */
function dayWithin(random: Random): string | null {
  if (random.chance(0.2)) return null;
  const month = String(random.int(1, 12)).padStart(2, '0');
  return `${random.int(2025, 2030)}-${month}-${String(random.int(1, 28)).padStart(2, '0')}`;
}

function textsOf(
  done: readonly { ja: string }[],
  worked: readonly { ja: string }[],
  random: Random,
): Supplier['texts'] {
  const title = () => titleOf(random.pick(done).ja, random.pick(worked).ja, random);
  const awards = Math.min(12, Math.floor(0.5 / (0.03 + random.next())));
  const profile = profileOf(done[0]!.ja, worked[0]!.ja, random);
  return [
    { field: 'profile', text: profile },
    ...Array.from({ length: random.int(1, 2) }, () => ({ field: 'product' as const, text: title() })),
    ...Array.from({ length: awards }, () => ({ field: 'award' as const, text: title() })),
  ];
}

/** A UUID of version 7 within the ten minutes of one import; its end is the company's number, so that none comes twice. */
function idOf(i: number, random: Random): string {
  const hex = (digits: number) =>
    Math.floor(random.next() * 16 ** digits)
      .toString(16)
      .padStart(digits, '0');
  const time = (0x19aab0000000 + Math.floor(random.next() * 600_000)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(4)}${i.toString(16).padStart(8, '0')}`;
}
