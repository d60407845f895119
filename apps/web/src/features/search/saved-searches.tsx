import { Anchor, Badge, Button, Drawer, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  alertFrequency,
  searchApi,
  type AlertFrequency,
  type SavedQuery,
  type SavedSearch,
} from '#contracts/search.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { RecordList, RecordRow } from '../../parts/record-list';

/** The searches that a person has kept, with how much is new in each. */
export function SavedSearches() {
  const { t } = useTranslation('search');
  const [opened, { open, close }] = useDisclosure(false);
  const query = useEndpoint(searchApi.saved, {});
  const fresh = query.data?.items.reduce((sum, item) => sum + item.fresh, 0) ?? 0;
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('saved.open')}
        {fresh > 0 && (
          <Badge ml={6} color="red" miw="max-content" aria-label={t('saved.fresh', { count: fresh })}>
            {fresh}
          </Badge>
        )}
      </Button>
      <Drawer opened={opened} onClose={close} title={t('saved.title')} position="right" size="lg">
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('saved.none')} text={t('saved.noneText')} />
            ) : (
              <RecordList>
                {items.map((item) => (
                  <SavedRow key={item.id} item={item} onOpen={close} />
                ))}
              </RecordList>
            )
          }
        </Loaded>
      </Drawer>
    </>
  );
}

/** A saved search in the words of the address. */
const addressOf = (query: SavedQuery): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
      return text === '' ? [] : [[name, text]];
    }),
  );

function SavedRow({ item, onOpen }: { item: SavedSearch; onOpen: () => void }) {
  const { t } = useTranslation(['search', 'common']);
  const navigate = useNavigate();
  const seen = useCommand(searchApi.seenSaved);
  const change = useCommand(searchApi.changeSaved);
  const remove = useCommand(searchApi.removeSaved);
  const params = { id: item.id };
  async function show() {
    onOpen();
    await navigate({
      to: '/search',
      search: { ...addressOf(item.query), ...(item.fresh > 0 && { sort: 'newest' }) },
    });
    if (item.fresh > 0) seen.mutate({ params });
  }
  const setAlert = (alert: AlertFrequency) =>
    change.mutate(
      { params, version: item.version, body: { name: item.name, alert } },
      { onSuccess: () => tell(t('common:saved')), onError: tellProblem },
    );
  return (
    <RecordRow>
      <Stack gap={6}>
        <Group gap="xs">
          <Anchor component="button" fw={600} ta="start" onClick={() => void show()}>
            {item.name}
          </Anchor>
          {item.fresh > 0 && (
            <Badge color="red" variant="light" tt="none" miw="max-content">
              {t('saved.fresh', { count: item.fresh })}
            </Badge>
          )}
        </Group>
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t('save.alert')}
            value={item.alert}
            disabled={change.isPending}
            onChange={(event) => setAlert(event.currentTarget.value as AlertFrequency)}
            data={alertFrequency.options.map((value) => ({ value, label: t(`alert.${value}`) }))}
          />
          <ConfirmButton
            label={t('common:remove')}
            title={t('saved.removeTitle')}
            text={<Text>{t('saved.removeText', { name: item.name })}</Text>}
            danger
            onConfirm={() => remove.mutateAsync({ params })}
          />
        </Group>
      </Stack>
    </RecordRow>
  );
}
