import { useTranslation } from 'react-i18next';
import type { Requirement } from '#contracts/orders.js';
import { formatDay } from './format';
import { useTaxonomy } from './taxonomy';
import { formatNumber, formatQuantity, joinWords } from './words';

export interface RequirementWords {
  /** What it is about: 公差. */
  kind: (requirement: Pick<Requirement, 'kind'>) => string;
  /** What is asked for, with its unit: ±0.01mm. */
  value: (requirement: Requirement) => string;
}

/** An order's requirements in the reader's words. */
export function useRequirementWords(): RequirementWords {
  const { t } = useTranslation('orders');
  const taxonomy = useTaxonomy();
  return {
    kind: ({ kind }) => t(`kind.${kind}`),
    value: (requirement) => {
      switch (requirement.kind) {
        case 'process':
          return taxonomy.name('processes', requirement.code);
        case 'material':
          return taxonomy.name('materials', requirement.code);
        case 'theme':
          return taxonomy.name('themes', requirement.code);
        case 'certificate':
          return taxonomy.name('certificates', requirement.certificate);
        case 'envelope': {
          const { x, y, z } = requirement;
          return `${formatNumber(x)}×${formatNumber(y)}×${formatQuantity(z, 'mm')}`;
        }
        case 'mass':
          return formatQuantity(requirement.kg, 'kg');
        case 'tolerance':
          return t('value.tolerance', { mm: formatQuantity(requirement.mm, 'mm') });
        case 'lot':
          return t('value.lot', { pieces: formatQuantity(requirement.pieces, 'pieces') });
        case 'quantity':
          return t('value.quantity', { pieces: formatQuantity(requirement.pieces, 'pieces') });
        case 'region':
          return joinWords(requirement.prefectures.map((code) => taxonomy.name('prefectures', code)));
        case 'delivery':
          return t('value.delivery', { on: formatDay(requirement.date) });
      }
    },
  };
}
