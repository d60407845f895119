import {
  Alert,
  Button,
  Group,
  Paper,
  Progress,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { documentKind, documentLevel } from '#contracts/room-files.js';
import { formatFileSize } from '../file-size';
import { saidKind } from './said-kind';
import type { Chosen, Uploads } from './use-uploads';
import { withMore } from '../../../parts/words';

interface ChosenFileProps {
  chosen: Chosen;
  uploads: Uploads;
  isRevision: boolean;
  busy: boolean;
}

/** A chosen file with what is said about it, its progress, or what is wrong with it. */
export function ChosenFile({ chosen, uploads, isRevision, busy }: ChosenFileProps) {
  const { t } = useTranslation('files');
  const { clientId, file, about, share, problem } = chosen;
  const say = (patch: Partial<Chosen['about']>) => uploads.say(clientId, patch);
  return (
    <Paper withBorder p="sm" component="section" aria-label={file.name}>
      <Stack gap="xs">
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {withMore(file.name, formatFileSize(file.size))}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={busy}
            onClick={() => uploads.discard(clientId)}
          >
            {t('upload.discard')}
          </Button>
        </Group>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {!isRevision && (
            <>
              <TextInput
                label={t('upload.title')}
                required
                maxLength={200}
                value={about.title}
                onChange={(event) => say({ title: event.currentTarget.value })}
              />
              <Select
                label={t('upload.kind')}
                data={documentKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
                value={about.kind}
                allowDeselect={false}
                onChange={(value) => say(saidKind(documentKind.parse(value), about.level))}
              />
              <Select
                label={t('upload.level')}
                description={t(`levelText.${about.level}`)}
                data={documentLevel.options.map((value) => ({ value, label: t(`level.${value}`) }))}
                value={about.level}
                allowDeselect={false}
                onChange={(value) => say({ level: documentLevel.parse(value) })}
              />
            </>
          )}
          <TextInput
            label={t('upload.label')}
            description={t('upload.labelHint')}
            maxLength={40}
            value={about.label}
            onChange={(event) => say({ label: event.currentTarget.value })}
          />
          {isRevision && (
            <TextInput
              label={t('upload.note')}
              description={t('upload.noteHint')}
              maxLength={500}
              value={about.note}
              onChange={(event) => say({ note: event.currentTarget.value })}
            />
          )}
        </SimpleGrid>
        {share !== null && (
          <Progress.Root size="md">
            <Progress.Section value={share * 100} aria-label={t('upload.sending', { name: file.name })} />
          </Progress.Root>
        )}
        {problem && (
          <Alert color="red" role="alert" p="xs">
            {problem}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
