import { Button, FileButton, Group, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { useTranslation } from 'react-i18next';
import '@mantine/dropzone/styles.css';

interface FileChooserProps {
  label: string;
  maxMegabytes: number;
  multiple: boolean;
  disabled: boolean;
  onChosen: (files: File[]) => void;
}

/** Files by dropping them, by a button, or by a phone's camera. */
export function FileChooser({ label, maxMegabytes, multiple, disabled, onChosen }: FileChooserProps) {
  const { t } = useTranslation('files');
  return (
    <div>
      <Dropzone
        onDrop={onChosen}
        multiple={multiple}
        disabled={disabled}
        inputProps={{ 'aria-label': label }}
        bg="white"
      >
        <Group justify="space-between" gap="sm">
          <div>
            <Text>{label}</Text>
            <Text size="sm" c="gray.7">
              {t('upload.kinds', { megabytes: maxMegabytes })}
            </Text>
          </div>
          <Button component="span" variant="default">
            {t('upload.choose')}
          </Button>
        </Group>
      </Dropzone>
      <FileButton
        accept="image/*"
        capture="environment"
        disabled={disabled}
        onChange={(file) => file && onChosen([file])}
      >
        {(props) => (
          <Button {...props} variant="subtle" size="compact-sm" mt="xs">
            {t('upload.camera')}
          </Button>
        )}
      </FileButton>
    </div>
  );
}
