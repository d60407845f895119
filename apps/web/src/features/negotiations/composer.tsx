import { Button, FileButton, Group, Text, Textarea } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { messageText } from '#contracts/negotiations.js';
import { useDraft, useKeptDraft } from '../../forms/use-draft';

interface ComposerProps {
  roomId: string;
  write: (text: string) => void;
  addFiles: (files: File[]) => void;
  onTyping: () => void;
}

/** Whether a key ends a Japanese conversion rather than a line; Safari tells it only by the old key code. */
const isConverting = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

const longest = 8_000;

/**
 * Where one writes. With a keyboard Enter sends and Shift+Enter begins a line; on a phone Enter begins a line and the
 * button sends. What is typed is kept on this device.
 */
export function Composer({ roomId, write, addFiles, onTyping }: ComposerProps) {
  const { t } = useTranslation('negotiations');
  const draft = useDraft<string>(`room.${roomId}`);
  const [text, setText] = useState(draft.found?.value ?? '');
  useKeptDraft(draft.place, text, 0, text !== '');
  const hasKeyboard = useMediaQuery('(hover: hover) and (pointer: fine)', true);
  const tooLong = text.length > longest;

  function send() {
    const parsed = messageText.safeParse(text);
    if (!parsed.success) return;
    write(parsed.data);
    setText('');
    draft.drop();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || isConverting(event)) return;
    const sends = event.ctrlKey || event.metaKey || (hasKeyboard && !event.shiftKey);
    if (!sends) return;
    event.preventDefault();
    send();
  }
  function change(next: string) {
    setText(next);
    if (next === '') draft.drop();
    else onTyping();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Textarea
        aria-label={t('talk.write')}
        placeholder={t('talk.write')}
        autosize
        minRows={2}
        maxRows={8}
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        error={tooLong ? t('talk.tooLong', { n: longest.toLocaleString('ja-JP') }) : undefined}
      />
      <Group justify="space-between" mt={6} gap="xs" wrap="nowrap">
        <Group gap="sm">
          <FileButton multiple onChange={(files) => addFiles(files)}>
            {(button) => (
              <Button {...button} size="sm" variant="default">
                {t('talk.attach')}
              </Button>
            )}
          </FileButton>
          {hasKeyboard && (
            <Text size="xs" c="gray.7" visibleFrom="sm">
              {t('talk.keys')}
            </Text>
          )}
        </Group>
        <Button type="submit" disabled={text.trim() === '' || tooLong}>
          {t('talk.send')}
        </Button>
      </Group>
    </form>
  );
}
