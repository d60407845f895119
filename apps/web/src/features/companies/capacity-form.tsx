import { Alert, Box, Button, Fieldset, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesApi, type Company } from '#contracts/companies.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { useTaxonomy } from '../../parts/taxonomy';

const steps = [0, 25, 50, 75, 100];
const spans = ['weeks4', 'weeks8', 'weeks12'] as const;
const weeksOf = { weeks4: 4, weeks8: 8, weeks12: 12 } as const;
type Item = { process: string } & Record<(typeof spans)[number], number | null>;

/** One row per process of the profile, then those that are told although the profile has them no more. */
function itemsOf({ profile, capacity }: Company): Item[] {
  const told = new Map(capacity.map((item) => [item.process, item]));
  const codes = new Set([...profile.processes.map(({ code }) => code), ...told.keys()]);
  return [...codes].map((process) => ({
    process,
    weeks4: told.get(process)?.weeks4 ?? null,
    weeks8: told.get(process)?.weeks8 ?? null,
    weeks12: told.get(process)?.weeks12 ?? null,
  }));
}

/** Tells the spare capacity with three taps per process. */
export function CapacityForm({ company, close }: { company: Company; close: () => void }) {
  const { t } = useTranslation(['companies', 'common']);
  const taxonomy = useTaxonomy();
  const tellCapacity = useCommand(companiesApi.tellCapacity);
  const [items, setItems] = useState(() => itemsOf(company));
  if (items.length === 0) return <Text>{t('capacity.noProcesses')}</Text>;

  const change = (process: string, span: (typeof spans)[number], value: number | null) =>
    setItems(items.map((item) => (item.process === process ? { ...item, [span]: value } : item)));
  const save = () =>
    tellCapacity.mutate(
      {
        params: { id: company.id },
        body: { items: items.filter((item) => spans.some((span) => item[span] !== null)) },
      },
      {
        onSuccess: () => {
          tell(t('capacity.saved'));
          close();
        },
      },
    );
  return (
    <Stack gap="md">
      <Text size="sm">{t('capacity.help')}</Text>
      {items.map((item) => {
        const name = taxonomy.name('processes', item.process);
        return (
          <Fieldset key={item.process} legend={name} p="sm">
            <Group gap="md">
              {spans.map((span) => {
                const week = t('capacity.week', { n: weeksOf[span] });
                return (
                  <Box key={span}>
                    <Text size="xs" c="dimmed" mb={2}>
                      {week}
                    </Text>
                    <SegmentedControl
                      size="sm"
                      aria-label={t('capacity.of', { process: name, week })}
                      value={String(item[span] ?? '')}
                      onChange={(chosen) => change(item.process, span, chosen === '' ? null : Number(chosen))}
                      data={[
                        { value: '', label: t('common:none') },
                        // A share that an import told stands between the steps.
                        ...[...new Set([...steps, ...(item[span] === null ? [] : [item[span]])])]
                          .toSorted((a, b) => a - b)
                          .map((step) => ({ value: String(step), label: String(step) })),
                      ]}
                    />
                  </Box>
                );
              })}
            </Group>
          </Fieldset>
        );
      })}
      {tellCapacity.error && (
        <Alert color="red" role="alert">
          {tellCapacity.error.message}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common:cancel')}
        </Button>
        <Button onClick={save} loading={tellCapacity.isPending}>
          {t('capacity.save')}
        </Button>
      </Group>
    </Stack>
  );
}
