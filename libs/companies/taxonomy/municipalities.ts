import { centralMunicipalities } from './municipalities-central.js';
import { chukyoMunicipalities } from './municipalities-chukyo.js';
import { eastMunicipalities } from './municipalities-east.js';
import { kinkiMunicipalities } from './municipalities-kinki.js';
import { saitamaChibaMunicipalities } from './municipalities-saitama-chiba.js';
import { tokyoKanagawaMunicipalities } from './municipalities-tokyo-kanagawa.js';
import { westMunicipalities } from './municipalities-west.js';
import type { Municipality } from './taxonomy.types.js';

/** The capitals, designated cities, Tokyo's wards and the main industrial towns, by code; not every one. */
export const municipalities: Municipality[] = [
  ...eastMunicipalities,
  ...saitamaChibaMunicipalities,
  ...tokyoKanagawaMunicipalities,
  ...centralMunicipalities,
  ...chukyoMunicipalities,
  ...kinkiMunicipalities,
  ...westMunicipalities,
];
