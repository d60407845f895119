import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairTalksApi, type HandOverRow } from '#contracts/fair-talks.js';
import { fairVisitorsApi } from '#contracts/fair-visitors.js';
import { useCommand, usePages } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { SearchBox } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { TextLink } from '../../parts/text-link';

/** The day at the entrance: who has come. A scanned badge opens this with its code filled in. */
export function Reception({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const scanned: { code?: string } = useSearch({ strict: false });
  const checkIn = useCommand(fairVisitorsApi.checkIn);
  const [code, setCode] = useState(scanned.code ?? '');
  const [q, setQ] = useState('');
  const pages = usePages(fairVisitorsApi.list, { params: { id: fair.id }, query: { q } });
  return (
    <Panel title={t('reception.title')}>
      <Stack gap="md">
        {fair.state === 'running' && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              checkIn.mutate({ params: { id: fair.id }, body: { code } }, { onSuccess: () => setCode('') });
            }}
          >
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <TextInput
                label={t('reception.code')}
                flex={1}
                autoComplete="off"
                value={code}
                onChange={(event) => setCode(event.currentTarget.value)}
                error={checkIn.error?.message}
              />
              <Button type="submit" loading={checkIn.isPending} disabled={code.trim() === ''}>
                {t('reception.check')}
              </Button>
            </Group>
          </form>
        )}
        {checkIn.data && (
          <Alert color="green" role="status">
            {t('reception.done', checkIn.data)}
          </Alert>
        )}
        <SearchBox value={q} onSearch={setQ} label={t('reception.searchLabel')} />
        <Loaded query={{ ...pages, data: pages.first }} lines={4}>
          {() => (
            <>
              {pages.items.length === 0 && (
                <Text size="sm" c="dimmed">
                  {t('reception.none')}
                </Text>
              )}
              <RecordList>
                {pages.items.map((one) => (
                  <RecordRow
                    key={one.id}
                    aside={
                      <Text size="sm">
                        {t(
                          one.checkedInAt
                            ? 'reception.here'
                            : one.isConfirmed
                              ? 'reception.registered'
                              : 'reception.unconfirmed',
                        )}
                      </Text>
                    }
                  >
                    {one.name} / {one.organisation}
                    <Text size="sm" c="dimmed">
                      {one.email} / {one.code}
                    </Text>
                  </RecordRow>
                ))}
              </RecordList>
            </>
          )}
        </Loaded>
        <Pager pages={pages} />
      </Stack>
    </Panel>
  );
}

/** Talks whose sides want to go on: the coordinator introduces them. */
export function HandOvers({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const pages = usePages(fairTalksApi.handOvers, { params: { id: fair.id } });
  return (
    <Panel title={t('handOvers.title')}>
      <Loaded query={{ ...pages, data: pages.first }} lines={3}>
        {() =>
          pages.items.length > 0 ? (
            <RecordList>
              {pages.items.map((one) => (
                <HandOverItem key={one.talkId} fairId={fair.id} row={one} />
              ))}
            </RecordList>
          ) : (
            <Text size="sm" c="dimmed">
              {t('handOvers.none')}
            </Text>
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}

function HandOverItem({ fairId, row }: { fairId: string; row: HandOverRow }) {
  const { t } = useTranslation('fairs');
  const introduce = useCommand(fairTalksApi.introduce);
  return (
    <RecordRow
      aside={
        row.introductionId ? (
          <TextLink to="/introductions/$id" params={{ id: row.introductionId }}>
            {t('handOvers.open')}
          </TextLink>
        ) : (
          <ConfirmButton
            size="xs"
            label={t('handOvers.introduce')}
            title={t('handOvers.introduceTitle')}
            text={t('handOvers.introduceText')}
            reason={{ label: t('handOvers.reason'), needed: true, maxLength: 1_000 }}
            onConfirm={(reason) =>
              introduce
                .mutateAsync({ params: { id: fairId, talkId: row.talkId }, body: { reason } })
                .then(() => tell(t('handOvers.done')))
            }
          />
        )
      }
    >
      <Text fw={600}>{row.title}</Text>
      <Text size="sm" c="dimmed">
        {row.exhibitor} – {row.visitor}（{row.organisation}） /{' '}
        {t(row.by === 'visitor' ? 'handOvers.byVisitor' : 'handOvers.byBooth')}
      </Text>
    </RecordRow>
  );
}
