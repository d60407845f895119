import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Facet } from '#contracts/shapes.js';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';
import { TileMap } from '../../parts/tile-map/tile-map';
import { formatNumber } from '../../parts/words';

interface RegionMapProps {
  facet: Facet;
  value: string[];
  onChange: (value: string[]) => void;
}

const levels = ['none', 'few', 'some', 'many'] as const;

/** How many hits each prefecture has; pressing one narrows the search to it. */
export function RegionMap({ facet, value, onChange }: RegionMapProps) {
  const { t } = useTranslation('search');
  const taxonomy = useTaxonomy();
  const counts = new Map(facet.map((hit) => [hit.value, hit.count]));
  const most = Math.max(1, ...counts.values());
  const prefectures = taxonomy.options('prefectures').map(({ value: code }) => {
    const count = counts.get(code) ?? 0;
    return {
      ...{ code, isChosen: value.includes(code) },
      value: count > 0 ? formatNumber(count) : '',
      level: levels[Math.ceil((3 * count) / most)] ?? 'none',
      describe: (name: string) => t('mapHits', { name, n: formatNumber(count) }),
    };
  });
  return (
    <Panel>
      <Text size="sm" c="dimmed" mb="xs">
        {t('mapLead')}
      </Text>
      <TileMap
        label={t('map')}
        prefectures={prefectures}
        onPress={(code) =>
          onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code])
        }
      />
    </Panel>
  );
}
