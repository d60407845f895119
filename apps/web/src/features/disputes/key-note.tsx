import { Alert, Button, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Hash } from '../negotiations/record/signing-panel';

/** The key as a file, for another browser. */
export function SaveKey({ no, voteKey, onSave }: Pick<KeyNoteProps, 'no' | 'voteKey' | 'onSave'>) {
  const { t } = useTranslation('disputes');
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${voteKey}\n`)}`;
  return (
    <div>
      <Button
        component="a"
        href={file}
        download={`vote-key-${no}.txt`}
        variant="default"
        size="sm"
        mt="sm"
        {...(onSave && { onClick: onSave })}
      >
        {t('key.save')}
      </Button>
    </div>
  );
}

interface KeyNoteProps {
  /** Number of the dispute. */
  no: number;
  voteKey: string;
  /** Whether this browser keeps the key too. */
  kept: boolean;
  onSave?: () => void;
}

/** A vote's key, to be kept elsewhere too. */
export function KeyNote({ no, voteKey, kept, onSave }: KeyNoteProps) {
  const { t } = useTranslation('disputes');
  const note = useRef<HTMLDivElement>(null);
  // It stands above what was just pressed, and must not be missed.
  useEffect(() => void note.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <Alert ref={note} color="yellow" role="status" title={t('key.title')}>
      <Text size="sm">{t(kept ? 'key.text' : 'key.unkept')}</Text>
      <Hash text={voteKey} />
      <SaveKey no={no} voteKey={voteKey} {...(onSave && { onSave })} />
    </Alert>
  );
}
