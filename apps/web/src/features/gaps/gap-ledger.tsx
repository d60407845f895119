import { Badge, Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { gapsApi, gapState, type Gap } from '#contracts/gaps.js';
import { useCommand, usePages } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { DataTable } from '../../parts/data-table';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { formatDay } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { TextLink } from '../../parts/text-link';
import { dayInJapan } from '../../parts/words';

const schema = z.object({ state: gapState.optional() });

/** What was declined, why, and what became of it. */
export function GapLedger() {
  const { t } = useTranslation(['gaps', 'introductions']);
  const filters = useFilters(schema);
  const pages = usePages(gapsApi.list, { query: filters.value });
  const choice = (
    <SegmentedControl
      aria-label={t('ledger.filter')}
      // A word is never broken within a segment, also on a phone.
      styles={{ label: { whiteSpace: 'nowrap' } }}
      value={filters.value.state ?? ''}
      onChange={(state) => filters.set({ state: gapState.safeParse(state).data })}
      data={[
        { value: '', label: t('ledger.all') },
        ...gapState.options.map((state) => ({ value: state, label: t(`ledger.${state}`) })),
      ]}
    />
  );
  return (
    <Panel title={t('ledger.title')} action={choice}>
      <Loaded query={{ ...pages, data: pages.first }} lines={4}>
        {() =>
          pages.items.length === 0 ? (
            <EmptyState title={t('ledger.none')} text={t('ledger.noneText')} />
          ) : (
            <DataTable
              caption={t('ledger.title')}
              rows={pages.items}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'subject',
                  header: t('ledger.subject'),
                  main: true,
                  cell: (gap: Gap) => <Subject gap={gap} />,
                },
                {
                  key: 'reason',
                  header: t('ledger.reason'),
                  cell: ({ code, text }: Gap) => (
                    <Stack gap={0}>
                      <span>{t(`introductions:decline.${code}`)}</span>
                      {text && (
                        <Text size="sm" c="dimmed">
                          {text}
                        </Text>
                      )}
                    </Stack>
                  ),
                },
                {
                  key: 'when',
                  header: t('ledger.when'),
                  compact: true,
                  cell: ({ openedAt }: Gap) => formatDay(dayInJapan(openedAt)),
                },
                { key: 'state', header: t('ledger.state'), cell: (gap: Gap) => <State gap={gap} /> },
                {
                  key: 'action',
                  header: t('ledger.action'),
                  action: true,
                  cell: (gap: Gap) => <Actions gap={gap} />,
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

function Subject({ gap: { subject, introductionId } }: { gap: Gap }) {
  const { t } = useTranslation('gaps');
  return (
    <>
      <TextLink to="/introductions/$id" params={{ id: introductionId }}>
        {subject.title}
      </TextLink>
      {!subject.isOpen && (
        <Text span size="sm" c="dimmed" ml="xs">
          {t('ledger.over')}
        </Text>
      )}
    </>
  );
}

function State({ gap: { state, closedAt, note } }: { gap: Gap }) {
  const { t } = useTranslation('gaps');
  return (
    <Stack gap={2} align="flex-start">
      <Badge color={state === 'open' ? 'yellow' : 'green'} variant="light" radius="sm" tt="none" c="dark">
        {closedAt ? t('ledger.closedOn', { at: formatDay(dayInJapan(closedAt)) }) : t('ledger.open')}
      </Badge>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
    </Stack>
  );
}

function Actions({ gap: { id, state, version } }: { gap: Gap }) {
  const { t } = useTranslation('gaps');
  const close = useCommand(gapsApi.close);
  const reopen = useCommand(gapsApi.reopen);
  if (state === 'closed')
    return (
      <Button
        variant="subtle"
        size="sm"
        loading={reopen.isPending}
        onClick={() =>
          reopen.mutate({ params: { id }, version }, { onSuccess: () => tell(t('ledger.reopened')) })
        }
      >
        {t('ledger.reopen')}
      </Button>
    );
  return (
    <ConfirmButton
      size="sm"
      label={t('ledger.close')}
      title={t('ledger.closeTitle')}
      text={t('ledger.closeText')}
      reason={{ label: t('ledger.note'), description: t('ledger.noteHelp'), needed: false, maxLength: 500 }}
      onConfirm={async (note) => {
        await close.mutateAsync({ params: { id }, version, body: { note } });
        tell(t('ledger.kept'));
      }}
    />
  );
}
