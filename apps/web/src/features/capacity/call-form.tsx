import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { capacityApi, type CapacityCall } from '#contracts/capacity.js';
import { companiesApi } from '#contracts/companies.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { Loaded } from '../../parts/loaded';
import { CapacityTaps, type Answer } from './capacity-taps';

/** What was heard on the phone; without a tap, that nobody could be reached. */
export function CallForm({ call, close }: { call: CapacityCall; close: () => void }) {
  const { t } = useTranslation(['capacity', 'common']);
  const company = useEndpoint(companiesApi.get, { params: { id: call.id } });
  const noteCall = useCommand(capacityApi.noteCall);
  const [heard, setHeard] = useState<Record<string, Answer>>({});
  const [note, setNote] = useState('');
  const items = Object.values(heard).map(({ toldAt: _, ...item }) => item);
  const save = () =>
    noteCall.mutate(
      { params: { id: call.id }, body: { items, note } },
      {
        onSuccess: () => {
          tell(t(items.length > 0 ? 'calls.kept' : 'calls.keptNote'));
          close();
        },
      },
    );
  return (
    <Loaded query={company}>
      {({ capacity }) => (
        <Stack gap="md">
          <Text size="sm">{t('calls.help')}</Text>
          {call.processes.map((process) => {
            const known = capacity.find((each) => each.process === process);
            const nothing = { process, weeks4: null, weeks8: null, weeks12: null, toldAt: null };
            return (
              <CapacityTaps
                key={process}
                answer={heard[process] ?? known ?? nothing}
                onAnswer={(answer) => setHeard({ ...heard, [process]: answer })}
              />
            );
          })}
          <TextInput
            label={t('calls.noteLabel')}
            placeholder={t('calls.notePlaceholder')}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {noteCall.error && (
            <Alert color="red" role="alert">
              {noteCall.error.message}
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common:cancel')}
            </Button>
            <Button
              onClick={save}
              loading={noteCall.isPending}
              disabled={items.length === 0 && note.trim() === ''}
            >
              {t('calls.save')}
            </Button>
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}
