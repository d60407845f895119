import { Box, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vocabularyApi, type UnderstoodWord } from '#contracts/vocabulary.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Panel } from '../../parts/panel';
import { joinWords } from '../../parts/words';
import { useEntryWords } from './entry-words';

const SHOWN = 12;

/** Type what an orderer would type, and see what it is understood as. */
export function TryBox() {
  const { t } = useTranslation('vocabulary');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 300);
  const query = useEndpoint(vocabularyApi.understand, { query: { q } }, { enabled: q !== '' });
  const items = q === '' ? [] : (query.data?.items ?? []);
  return (
    <Box mb="lg">
      <Panel title={t('try.title')} lead={t('try.lead')}>
        <TextInput
          label={t('try.label')}
          placeholder={t('try.example')}
          value={typed}
          maxLength={500}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Stack gap="xs" mt="sm" role="status" aria-live="polite">
          {items.map((item) => (
            <Understood key={item.said} item={item} />
          ))}
          {q !== '' && query.isSuccess && !query.isPlaceholderData && items.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('try.nothing')}
            </Text>
          )}
          {query.isError && (
            <Text size="sm" c="red.7" role="alert">
              {query.error.message}
            </Text>
          )}
        </Stack>
      </Panel>
    </Box>
  );
}

function Understood({ item }: { item: UnderstoodWord }) {
  const { t } = useTranslation(['vocabulary', 'parts']);
  const words = useEntryWords();
  const shown = item.terms.slice(0, SHOWN).map(({ text }) => text);
  const rest = item.terms.length - shown.length;
  return (
    <Group gap="xs" align="baseline" wrap="nowrap">
      <Text fw={600} miw="5.5rem" maw="40%" style={{ overflowWrap: 'anywhere' }}>
        {item.said}
      </Text>
      <div style={{ minWidth: 0 }}>
        {item.codes.length > 0 && (
          <Text size="sm">
            <Text span size="xs" c="dimmed">
              {t('field.codes')}{' '}
            </Text>
            {words.codes(item.codes.map(({ code }) => code))}
          </Text>
        )}
        {shown.length > 0 && (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {joinWords(shown)} {rest > 0 && t('parts:andMore', { n: rest })}
          </Text>
        )}
      </div>
    </Group>
  );
}
