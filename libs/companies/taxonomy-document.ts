import type { TaxonomyDocument } from '#contracts/companies.js';
import {
  certificateKinds,
  industries,
  materials,
  municipalities,
  prefectures,
  processes,
  themes,
} from './taxonomy/index.js';

const named = ({ code, ja, en }: { code: string; ja: string; en: string }) => ({ code, ja, en });

/** All controlled lists, for the screens. */
export const taxonomyDocument: TaxonomyDocument = {
  processes,
  materials,
  certificates: certificateKinds.map(named),
  themes: themes.map(named),
  industries: industries.map(named),
  prefectures,
  municipalities,
};
