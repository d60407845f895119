import { Alert, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Hash } from '../negotiations/record/signing-panel';

interface KeyNoteProps {
  /** Number of the dispute. */
  no: number;
  voteKey: string;
  /** Whether this browser keeps the key too. */
  kept: boolean;
}

/** A vote's key, to be kept elsewhere too. */
export function KeyNote({ no, voteKey, kept }: KeyNoteProps) {
  const { t } = useTranslation('disputes');
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${voteKey}\n`)}`;
  return (
    <Alert color="yellow" role="status" title={t('key.title')}>
      <Text size="sm">{t(kept ? 'key.text' : 'key.unkept')}</Text>
      <Hash text={voteKey} />
      <div>
        <Button component="a" href={file} download={`vote-key-${no}.txt`} variant="default" size="sm" mt="sm">
          {t('key.save')}
        </Button>
      </div>
    </Alert>
  );
}
