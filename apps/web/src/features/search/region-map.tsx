import { Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Facet } from '#contracts/shapes.js';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';
import { formatNumber } from '../../parts/words';
import { tileOf } from './tiles';
import classes from './search.module.css';

interface RegionMapProps {
  facet: Facet;
  value: string[];
  onChange: (value: string[]) => void;
}

/** Japan as one tile per prefecture, with how many hits each has; pressing one narrows the search to it. */
export function RegionMap({ facet, value, onChange }: RegionMapProps) {
  const { t } = useTranslation('search');
  const taxonomy = useTaxonomy();
  const counts = new Map(facet.map((hit) => [hit.value, hit.count]));
  const most = Math.max(1, ...counts.values());
  return (
    <Panel>
      <Text size="sm" c="dimmed" mb="xs">
        {t('mapLead')}
      </Text>
      <div className={classes.map} role="group" aria-label={t('map')}>
        {taxonomy.options('prefectures').map(({ value: code, label }) => {
          const count = counts.get(code) ?? 0;
          const chosen = value.includes(code);
          const [column, row] = tileOf(code);
          return (
            <UnstyledButton
              key={code}
              className={classes.tile}
              style={{ '--column': column, '--row': row }}
              aria-pressed={chosen}
              title={label}
              disabled={count === 0 && !chosen}
              data-level={count === 0 ? 0 : Math.ceil((3 * count) / most)}
              onClick={() => onChange(chosen ? value.filter((one) => one !== code) : [...value, code])}
            >
              <span>{label.replace(/[県府都]$/, '')}</span>
              <b>{count > 0 ? formatNumber(count) : ''}</b>
              <VisuallyHidden>{t('mapHits', { n: formatNumber(count) })}</VisuallyHidden>
            </UnstyledButton>
          );
        })}
      </div>
    </Panel>
  );
}
