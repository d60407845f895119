import { prefectures, municipalities, type Municipality, type Prefecture } from '../taxonomy/index.js';
import { read, reasons, refuse, type Reading } from './import-problems.js';

const units: Record<string, number> = { 億: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, '': 1 };
const PART = /(\d+(?:\.\d+)?)(億|千万|百万|万|千)?/g;

/** Yen per unit of a column whose heading names one: 資本金（千円）. */
export function headingUnit(heading: string): number {
  const unit = /(億|千万|百万|万|千)円/.exec(heading.normalize('NFKC'))?.[1];
  return units[unit ?? ''] ?? 1;
}

/** Whole yen: `10000000`, `1,000万円`, `1億2,000万`, `¥5,000`. A bare number counts in `unit`. */
export function readYen(text: string, unit = 1): Reading<number> {
  const bare = text.normalize('NFKC').replace(/[\s,円¥￥]/g, '');
  const parts = [...bare.matchAll(PART)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== bare)
    return refuse(reasons.number(text));
  const own = parts.some(([, , named]) => named !== undefined);
  const sum = parts.reduce(
    (total, [, digits, named]) => total + Number(digits) * (units[named ?? ''] ?? 1),
    0,
  );
  return read(Math.round(own ? sum : sum * unit));
}

/** A whole number with the words that people put beside it: `約1,200名`. */
export function readCount(text: string): Reading<number> {
  const match = /^約?(\d[\d,]*)(?:名|人|社|台)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  return match?.[1] ? read(Number(match[1].replaceAll(',', ''))) : refuse(reasons.number(text));
}

/** Year before the first of each era. */
const eras: Record<string, number> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  m: 1867,
  t: 1911,
  s: 1925,
  h: 1988,
  r: 2018,
};

/** The year of `1967`, `1967年4月`, `1967/4/1`, `昭和42年4月`, `S42.4`, `平成元年`. */
export function readYear(text: string): Reading<number> {
  const bare = text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  const western = /^(?:西暦)?(\d{3,4})(?:年.*|[/.-].*)?$/.exec(bare)?.[1];
  if (western) return read(Number(western));
  const [, era, count] =
    /^(明治|大正|昭和|平成|令和|[mtshr])\.?(元|\d{1,2})(?:年.*|[/.-].*)?$/.exec(bare) ?? [];
  const start = era === undefined ? undefined : eras[era];
  if (start === undefined) return refuse(reasons.year(text));
  return read(start + (count === '元' ? 1 : Number(count)));
}

const yes = new Set(['1', 'true', 'yes', 'y', 'はい', '○', '◯', '〇', '◎', '有', '可', 'する', '希望']);
const no = new Set(['0', 'false', 'no', 'n', 'いいえ', '×', 'x', '-', '無', '不可', 'しない', 'なし']);

export function readYesNo(text: string): Reading<boolean> {
  const bare = text.normalize('NFKC').trim().toLowerCase();
  if (yes.has(bare)) return read(true);
  return no.has(bare) ? read(false) : refuse(reasons.yesNo(text));
}

const prefectureByName = new Map(
  prefectures.flatMap((prefecture: Prefecture) => [
    [prefecture.code, prefecture.code],
    [prefecture.ja, prefecture.code],
    // 大阪 for 大阪府; 北海道 has no shorter name.
    [prefecture.ja.replace(/(?<!海)[都府県道]$/, ''), prefecture.code],
    [prefecture.en.toLowerCase(), prefecture.code],
  ]),
);

/** The two-digit code of a prefecture by code or name in either language. */
export function readPrefecture(text: string): Reading<string> {
  const bare = text.normalize('NFKC').trim().toLowerCase();
  const code = prefectureByName.get(/^\d$/.test(bare) ? `0${bare}` : bare);
  return code ? read(code) : refuse(reasons.unknown(text));
}

/**
 * The five-digit code of a municipality by its code (with or without check digit) or name. Null for a name that is
 * not in our list, which has only the main ones, or that several share.
 */
export function readMunicipality(text: string, prefecture: string | null): Reading<string | null> {
  const bare = text.normalize('NFKC').trim();
  const code = /^(\d{5})\d?$/.exec(bare)?.[1];
  if (code) {
    const fits = prefecture === null || code.startsWith(prefecture);
    return fits ? read(code) : refuse(reasons.municipality(text));
  }
  const wanted = bare.toLowerCase();
  const found = municipalities.filter(
    (m: Municipality) =>
      (m.ja === bare || m.en.toLowerCase() === wanted) &&
      (prefecture === null || m.prefecture === prefecture),
  );
  return read(found.length === 1 ? (found[0]?.code ?? null) : null);
}
