import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Introduction } from '#contracts/introductions.js';
import { DateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';

/** Who learned whose identity, and when: for staff of both sides, for a company of its own. */
export function DisclosurePanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { disclosures, viewerSide, subject } = introduction;
  return (
    <Panel title={t('disclosure.title')} lead={t(viewerSide ? 'disclosure.leadOwn' : 'disclosure.lead')}>
      {disclosures.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('disclosure.none')}
        </Text>
      ) : (
        <RecordList>
          {disclosures.map(({ viewer, of, at }) => (
            <RecordRow key={`${viewer}-${of}-${at}`}>
              <Text size="sm">
                {t('disclosure.entry', {
                  viewer,
                  whose: viewerSide === of ? t('row.us') : t(`role.${subject.kind}.${of}`),
                })}
              </Text>
              <Text size="xs" c="dimmed">
                <DateTime at={at} />
              </Text>
            </RecordRow>
          ))}
        </RecordList>
      )}
    </Panel>
  );
}
