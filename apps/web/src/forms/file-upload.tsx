import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Endpoint, OutputOf } from '#contracts/endpoint.js';
import type { CallInput } from '../api/client';
import { useCommand } from '../api/use-endpoint';
import '@mantine/dropzone/styles.css';

interface FileUploadProps<E extends Endpoint> {
  endpoint: E;
  input: CallInput<E>;
  /** What to drop here, in words. */
  label: string;
  /** Kinds and size, in words. */
  hint: string;
  /** File name endings or media types, e.g. `.csv`. */
  accept?: string;
  maxMegabytes: number;
  /** Told first, also of a file that is then refused. */
  onChosen?: (file: File) => void;
  onUploaded: (result: OutputOf<E>) => void;
}

/** Uploads a file, dropped or chosen, with its progress. */
export function FileUpload<E extends Endpoint>(props: FileUploadProps<E>) {
  const { endpoint, input, label, hint, accept, maxMegabytes, onChosen, onUploaded } = props;
  const { t } = useTranslation('forms');
  const command = useCommand(endpoint);
  const [share, setShare] = useState(0);
  const [tooLarge, setTooLarge] = useState(false);

  function upload(file: File | null | undefined) {
    if (!file) return;
    onChosen?.(file);
    setTooLarge(file.size > maxMegabytes * 1_048_576);
    if (file.size > maxMegabytes * 1_048_576) return;
    setShare(0);
    command.mutate({ ...input, file, onProgress: setShare }, { onSuccess: onUploaded });
  }

  const problem = tooLarge ? t('file.tooLarge', { megabytes: maxMegabytes }) : command.error?.message;
  return (
    <Stack gap="xs">
      <Dropzone
        onDrop={(files) => upload(files[0])}
        multiple={false}
        loading={false}
        disabled={command.isPending}
        inputProps={{ accept, 'aria-label': label }}
        bg="white"
      >
        <Group justify="space-between">
          <div>
            <Text>{label}</Text>
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          </div>
          <Button component="span" variant="default" loading={command.isPending}>
            {t('file.choose')}
          </Button>
        </Group>
      </Dropzone>
      {command.isPending && (
        <Progress.Root size="lg">
          <Progress.Section value={share * 100} aria-label={t('file.progress')} />
        </Progress.Root>
      )}
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
    </Stack>
  );
}
