import { Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fairnessApi, sizeClass, type SizeClass, type UnaskedFirm } from '#contracts/fairness.js';
import { usePages } from '../../api/use-endpoint';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { dayInJapan, formatNumber } from '../../parts/words';

interface UnaskedFirmsProps {
  days: number;
  size: SizeClass | undefined;
  onSize: (size: SizeClass | undefined) => void;
}

/** Firms that stand among candidates and that nobody was introduced to: where a coordinator might look. */
export function UnaskedFirms({ days, size, onSize }: UnaskedFirmsProps) {
  const { t } = useTranslation('fairness');
  const pages = usePages(fairnessApi.unasked, { query: { days, size } });
  const choice = (
    <Select
      aria-label={t('shares.size')}
      value={size ?? ''}
      onChange={(chosen) => onSize(sizeClass.safeParse(chosen).data)}
      allowDeselect={false}
      data={[
        { value: '', label: t('unasked.all') },
        ...sizeClass.options.map((each) => ({ value: each, label: t(`size.${each}`) })),
      ]}
    />
  );
  return (
    <Panel title={t('unasked.title')} lead={t('unasked.lead')} action={choice}>
      <Loaded query={{ ...pages, data: pages.first }} lines={6}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('unasked.none')} text={t('unasked.noneText')} />
          ) : (
            <DataTable
              caption={t('unasked.title')}
              rows={pages.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'company',
                  header: t('unasked.company'),
                  main: true,
                  cell: ({ id, name }: UnaskedFirm) => (
                    <TextLink to="/companies/$id" params={{ id }}>
                      {name}
                    </TextLink>
                  ),
                },
                {
                  key: 'shown',
                  header: t('unasked.shown'),
                  compact: true,
                  cell: ({ shown }: UnaskedFirm) => formatNumber(shown),
                },
                {
                  key: 'best',
                  header: t('unasked.best'),
                  cell: ({ best }: UnaskedFirm) => best && <Best {...best} />,
                },
                {
                  key: 'last',
                  header: t('unasked.last'),
                  compact: true,
                  cell: ({ lastAskedAt }: UnaskedFirm) =>
                    lastAskedAt ? formatDay(dayInJapan(lastAskedAt)) : t('unasked.never'),
                },
                {
                  key: 'verified',
                  header: t('unasked.verified'),
                  compact: true,
                  cell: ({ verifiedAt }: UnaskedFirm) =>
                    verifiedAt ? formatDay(dayInJapan(verifiedAt)) : t('unasked.notVerified'),
                },
              ]}
            />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}

function Best({ kind, id, title, score, rank }: NonNullable<UnaskedFirm['best']>) {
  const { t } = useTranslation('fairness');
  const to = kind === 'order' ? '/orders/$id/candidates' : '/patents/$id/candidates';
  return (
    <Stack gap={0}>
      <TextLink to={to} params={{ id }}>
        {title}
      </TextLink>
      <Text size="sm" c="dimmed">
        {t('unasked.bestRank', { score: formatNumber(score), rank })}
      </Text>
    </Stack>
  );
}
