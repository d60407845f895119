import { Badge, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { vocabularyApi, type VocabularyEntry } from '#contracts/vocabulary.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDateTime } from '../../parts/format';
import { RecordRow } from '../../parts/record-list';
import { joinWords } from '../../parts/words';
import { EntryForm } from './entry-form';
import { EntryHistory } from './entry-history';
import { useEntryWords } from './entry-words';

/** One entry; its form and its history open below it. */
export function EntryRow({ entry }: { entry: VocabularyEntry }) {
  const { t } = useTranslation('vocabulary');
  const [open, setOpen] = useState<'form' | 'history' | null>(null);
  const name = nameOf(entry);
  const toggle = (what: 'form' | 'history') => setOpen(open === what ? null : what);
  return (
    <RecordRow>
      <EntryFacts entry={entry} />
      <Group gap="xs" mt={6} className="no-print">
        {entry.can.edit && (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={open === 'form'}
            aria-label={t('editOf', { name })}
            onClick={() => toggle('form')}
          >
            {t('edit')}
          </Button>
        )}
        {entry.can.edit && <SwitchButton entry={entry} name={name} />}
        {entry.can.restore && <RestoreButton entry={entry} name={name} />}
        {entry.source !== 'shipped' && (
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={open === 'history'}
            aria-label={t('historyOf', { name })}
            onClick={() => toggle('history')}
          >
            {t('history')}
          </Button>
        )}
      </Group>
      <Collapse expanded={open !== null}>
        <Stack mt="md" mb="xs">
          {open === 'form' && <EntryForm entry={entry} close={() => setOpen(null)} />}
          {open === 'history' && <EntryHistory id={entry.id} />}
        </Stack>
      </Collapse>
    </RecordRow>
  );
}

/** What an entry is called: its first word. */
const nameOf = ({ content }: VocabularyEntry): string =>
  content.tradeJa[0] ?? content.patentJa[0] ?? content.tradeEn[0] ?? content.patentEn[0] ?? '';

function EntryFacts({ entry }: { entry: VocabularyEntry }) {
  const { t } = useTranslation('vocabulary');
  const words = useEntryWords();
  const { content, state, source } = entry;
  const arrow = { both: '⇄', 'to-patent': '→', 'to-trade': '←' }[content.direction];
  const trade = joinWords([...content.tradeJa, ...content.tradeEn]);
  const patent = joinWords([...content.patentJa, ...content.patentEn]);
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Badge color="gray" variant="light" tt="none">
          {t(`kind.${content.kind}`)}
        </Badge>
        {source !== 'shipped' && (
          <Badge color="ai" variant="light" tt="none">
            {t(`source.${source}`)}
          </Badge>
        )}
        {state === 'off' && (
          <Badge color="red" variant="light" tt="none">
            {t('state.off')}
          </Badge>
        )}
      </Group>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }} {...(state === 'off' && { c: 'dimmed' })}>
        {trade || patent}
      </Text>
      {trade !== '' && patent !== '' && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          <span aria-hidden>{arrow} </span>
          <Text span size="xs" c="dimmed">
            {t(`means.${content.direction}`)}{' '}
          </Text>
          {patent}
        </Text>
      )}
      {content.codes.length > 0 && (
        <Text size="sm">
          <Text span size="xs" c="dimmed">
            {t('field.codes')}{' '}
          </Text>
          {words.codes(content.codes)}
        </Text>
      )}
      {content.note && <Text size="sm">{content.note}</Text>}
      {entry.updatedAt && (
        <Text size="xs" c="dimmed">
          {t('changedBy', { by: entry.updatedBy ?? '', at: formatDateTime(entry.updatedAt) })}
        </Text>
      )}
    </Stack>
  );
}

/** Takes an entry out of use or into it again; at once, since the other button undoes it. */
function SwitchButton({ entry, name }: { entry: VocabularyEntry; name: string }) {
  const { t } = useTranslation('vocabulary');
  const off = useCommand(vocabularyApi.switchOff);
  const on = useCommand(vocabularyApi.switchOn);
  const what = entry.state === 'on' ? 'switchOff' : 'switchOn';
  const command = entry.state === 'on' ? off : on;
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={command.isPending}
      aria-label={t(`${what}Of`, { name })}
      onClick={() =>
        command.mutate(
          { params: { id: entry.id }, version: entry.version },
          { onSuccess: () => tell(t(`${what}Done`, { name })), onError: tellProblem },
        )
      }
    >
      {t(what)}
    </Button>
  );
}

function RestoreButton({ entry, name }: { entry: VocabularyEntry; name: string }) {
  const { t } = useTranslation('vocabulary');
  const restore = useCommand(vocabularyApi.restore);
  return (
    <ConfirmButton
      size="compact-sm"
      label={t('restore')}
      aria-label={t('restoreOf', { name })}
      title={t('restoreTitle', { name })}
      text={t('restoreText')}
      onConfirm={async () => {
        await restore.mutateAsync({ params: { id: entry.id }, version: entry.version });
        tell(t('restored', { name }));
      }}
    />
  );
}
