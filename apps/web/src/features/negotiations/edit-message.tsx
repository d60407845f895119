import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageText } from '#contracts/message.js';
import { messagesApi } from '#contracts/messages.js';
import type { Message, Room } from '#contracts/negotiations.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import type { Said } from './said';
import { useTakeMessage } from './take-message';
import { mentionsIn } from './text-parts';
import classes from './talk.module.css';

interface EditMessageProps {
  room: Room;
  message: Message;
  said: Said;
  close: () => void;
}

/** An own text, in its place, to be changed. */
export function EditMessage({ room, message, said, close }: EditMessageProps) {
  const { t } = useTranslation('talk');
  const [text, setText] = useState(said.text);
  const edit = useCommand(messagesApi.edit);
  const take = useTakeMessage();
  // The same edit, however often it is tried.
  const [clientId] = useState(() => crypto.randomUUID());
  const parsed = messageText.safeParse(text);
  const others = room.members.filter(({ userId }) => userId !== message.sender?.id);

  function save() {
    if (!parsed.success) return;
    if (parsed.data === said.text) return close();
    const { language } = said.note;
    const body = { clientId, text: parsed.data, mentions: mentionsIn(parsed.data, others), language };
    edit.mutate(
      { params: { id: room.id, seq: message.seq }, body },
      {
        onSuccess: (entry) => {
          take(entry);
          tell(t('edit.done'));
          close();
        },
      },
    );
  }
  return (
    <form
      className={classes.editing}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Textarea
        data-autofocus
        autoFocus
        aria-label={t('edit.label')}
        autosize
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
        error={edit.error?.message}
      />
      <Group justify="space-between" mt={6} gap="xs">
        <Text size="xs" c="gray.7" maw="22rem">
          {t('edit.hint', { minutes: room.editMinutes })}
        </Text>
        <Group gap="xs">
          <Button size="compact-sm" variant="default" onClick={close}>
            {t('edit.cancel')}
          </Button>
          <Button size="compact-sm" type="submit" disabled={!parsed.success} loading={edit.isPending}>
            {t('edit.save')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}
