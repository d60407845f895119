import { Box, Button, Group, Modal, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { joinWords } from '../parts/words';
import type { StaleEdit } from './form-state';

/** How a field is named and its value shown to a person. */
export interface ShowField<V> {
  label: (key: keyof V & string) => string;
  /** Default: the text as it is; lists and objects by their count. */
  value?: (key: keyof V & string, value: unknown) => ReactNode;
}

interface Props<V> {
  stale: StaleEdit<V>;
  show: ShowField<V>;
  settle: (value: V) => void;
  close: () => void;
  busy: boolean;
}

type Side = 'mine' | 'theirs';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Somebody saved first: both versions side by side, field by field, and which of the two to keep. */
export function StaleEditDialog<V>({ stale, show, settle, close, busy }: Props<V>) {
  const { t } = useTranslation('forms');
  const keys = (Object.keys(stale.mine as object) as (keyof V & string)[]).filter(
    (key) => !same(stale.mine[key], stale.theirs[key]),
  );
  const [chosen, setChosen] = useState<Partial<Record<keyof V, Side>>>({});
  // What only the other person changed stays theirs, unless one says otherwise.
  const sideOf = (key: keyof V): Side =>
    chosen[key] ?? (same(stale.mine[key], stale.from[key]) ? 'theirs' : 'mine');
  const merged = () => ({
    ...stale.theirs,
    ...Object.fromEntries(keys.filter((key) => sideOf(key) === 'mine').map((key) => [key, stale.mine[key]])),
  });
  return (
    <Modal opened onClose={close} title={t('stale.title')} size="xl">
      <Stack gap="md">
        <Text>{keys.length > 0 ? t('stale.text') : t('stale.same')}</Text>
        {keys.map((key) => (
          <Radio.Group
            key={key}
            label={show.label(key)}
            value={sideOf(key)}
            onChange={(side) => setChosen({ ...chosen, [key]: side })}
          >
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt={6}>
              {(['mine', 'theirs'] as const).map((side) => (
                <Radio.Card key={side} value={side} p="sm">
                  <Group wrap="nowrap" align="flex-start" gap="sm">
                    <Radio.Indicator />
                    <Box miw={0}>
                      <Text size="xs" c="dimmed">
                        {t(`stale.${side}`)}
                      </Text>
                      <Text
                        size="sm"
                        component="div"
                        style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
                      >
                        {show.value?.(key, stale[side][key]) ??
                          plain(stale[side][key], t('stale.empty'), (n) => t('stale.entries', { count: n }))}
                      </Text>
                    </Box>
                  </Group>
                </Radio.Card>
              ))}
            </SimpleGrid>
          </Radio.Group>
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('stale.back')}
          </Button>
          <Button onClick={() => settle(merged())} loading={busy}>
            {t('stale.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function plain(value: unknown, empty: string, entries: (count: number) => string): string {
  switch (typeof value) {
    case 'string':
      return value || empty;
    case 'number':
      return value.toLocaleString('ja-JP');
    case 'boolean':
      return value ? '✓' : '–';
    default:
      break;
  }
  if (!Array.isArray(value)) return value ? entries(Object.keys(value).length) : empty;
  return value.every((v) => typeof v === 'string') ? joinWords(value) || empty : entries(value.length);
}
