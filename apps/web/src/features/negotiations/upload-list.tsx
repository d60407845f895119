import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachments } from './use-attachments';

/** Files on their way, each with its progress or with what is wrong with it. */
export function UploadList({ uploads, again, discard }: Attachments) {
  const { t } = useTranslation('negotiations');
  return (
    <Stack gap="xs" mb={uploads.length > 0 ? 'xs' : 0}>
      {uploads.map((upload) => (
        <div key={upload.clientId}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">{upload.file.name}</Text>
            {upload.problem && (
              <Group gap="xs">
                <Button size="compact-sm" variant="default" onClick={() => again(upload)}>
                  {t('talk.again')}
                </Button>
                <Button size="compact-sm" variant="subtle" onClick={() => discard(upload.clientId)}>
                  {t('talk.discard')}
                </Button>
              </Group>
            )}
          </Group>
          {upload.problem ? (
            <Text size="sm" c="red.7" role="alert">
              {upload.problem}
            </Text>
          ) : (
            <Progress.Root size="md">
              <Progress.Section
                value={upload.share * 100}
                aria-label={t('talk.uploading', { name: upload.file.name })}
              />
            </Progress.Root>
          )}
        </div>
      ))}
    </Stack>
  );
}
