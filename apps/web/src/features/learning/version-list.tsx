import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { learningApi, weightFeatures, type RankingVersion } from '#contracts/learning.js';
import type { SubjectKind } from '#contracts/parties.js';
import { useCommand, usePages } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { DataTable } from '../../parts/data-table';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { formatWeight } from './run-words';

/** All versions of the weights, and the way back to any of them. */
export function VersionList({ kind }: { kind: SubjectKind }) {
  const { t } = useTranslation('learning');
  const pages = usePages(learningApi.versions, { params: { kind }, query: { limit: 10 } });
  return (
    <Panel title={t('versions.title')} lead={t('versions.lead')}>
      <Loaded query={{ ...pages, data: pages.first }} lines={4}>
        {() => (
          <DataTable
            caption={t('versions.title')}
            rows={pages.items}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'number',
                header: t('versions.number'),
                main: true,
                cell: ({ number }: RankingVersion) => t('versions.version', { number }),
              },
              {
                key: 'author',
                header: t('versions.author'),
                compact: true,
                cell: ({ author }: RankingVersion) => t(`versions.${author}`),
              },
              {
                key: 'at',
                header: t('versions.at'),
                compact: true,
                cell: ({ createdAt, number }: RankingVersion) =>
                  number === 0 ? null : formatDateTime(createdAt),
              },
              {
                key: 'weights',
                header: t('versions.weights'),
                cell: (version: RankingVersion) => <Moved version={version} />,
              },
              {
                key: 'use',
                header: t('versions.use'),
                action: true,
                cell: (version: RankingVersion) =>
                  version.isCurrent ? (
                    <Badge color="green" variant="light">
                      {t('versions.current')}
                    </Badge>
                  ) : (
                    <UseVersion version={version} />
                  ),
              },
            ]}
          />
        )}
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}

function Moved({ version: { weights } }: { version: RankingVersion }) {
  const { t } = useTranslation('learning');
  const moved = weightFeatures.filter((feature) => weights[feature] !== 1);
  return (
    <Text size="sm">
      {moved.length === 0
        ? t('versions.asShipped')
        : moved
            .map((feature) => `${t(`feature.${feature}`)} ${formatWeight(weights[feature])}`)
            .join(t('versions.and'))}
    </Text>
  );
}

function UseVersion({ version: { id, number } }: { version: RankingVersion }) {
  const { t } = useTranslation('learning');
  const use = useCommand(learningApi.use);
  return (
    <ConfirmButton
      size="compact-sm"
      label={t('versions.use')}
      aria-label={t('versions.useNumber', { number })}
      title={t('versions.useTitle', { number })}
      text={t('versions.useText')}
      onConfirm={async () => {
        await use.mutateAsync({ params: { id } });
        tell(t('versions.used', { number }));
      }}
    />
  );
}
