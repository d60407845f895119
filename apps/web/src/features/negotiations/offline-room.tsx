import { Alert, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messageText } from '#contracts/message.js';
import { useMe } from '../../api/session';
import { tellProblem } from '../../forms/tell';
import { useDraft, useKeptDraft } from '../../forms/use-draft';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { changed, emptyConversation } from './conversation';
import { OutgoingItem } from './outgoing-item';
import { looksJapanese } from './text-parts';
import { useBetween } from './use-between';
import { useSending, type Sending } from './use-sending';
import classes from './talk.module.css';

/**
 * A room that cannot be reached: what was said there is not kept on the device, but one can write, and what waits here
 * is sent once there is a connection.
 */
export function OfflineRoom({ id, retry }: { id: string; retry: () => void }) {
  const { t } = useTranslation(['talk', 'negotiations', 'common']);
  const me = useMe();
  const [{ outgoing }, change] = useReducer(changed, emptyConversation);
  const sending = useSending(id, me.id, change);
  return (
    <>
      <PageHeader title={t('away.title')} back={{ to: '/rooms', label: t('negotiations:room.toRooms') }} />
      <Panel title={t('negotiations:talk.title')}>
        <Stack gap="md">
          <Alert color="gray" role="alert">
            <Text size="sm">{t('away.text')}</Text>
            <Button mt="sm" size="compact-sm" variant="default" onClick={retry}>
              {t('common:retry')}
            </Button>
          </Alert>
          {outgoing.length > 0 && (
            <ol className={classes.list} aria-label={t('negotiations:talk.outgoing')}>
              {outgoing.map((each) => (
                <OutgoingItem
                  key={each.clientId}
                  outgoing={each}
                  online={false}
                  tryAgain={() => sending.tryAgain(each.clientId)}
                  discard={() => sending.discard(each.clientId)}
                />
              ))}
            </ol>
          )}
          <Writing roomId={id} write={sending.write} />
        </Stack>
      </Panel>
    </>
  );
}

/** The room's composer without what it needs of the room; what was begun there goes on here. */
function Writing({ roomId, write }: { roomId: string; write: Sending['write'] }) {
  const { t } = useTranslation(['negotiations', 'talk']);
  const [between, setBetween] = useBetween(roomId);
  const [wasBetween] = useState(between);
  const draft = useDraft<string>(`room.${roomId}`);
  const [text, setText] = useState(draft.found?.value ?? '');
  useKeptDraft(draft.place, text, 0, text !== '');
  const parsed = messageText.safeParse(text);
  async function send() {
    if (!parsed.success) return;
    try {
      const language = looksJapanese(text) ? 'ja' : 'en';
      await write(parsed.data, { language, ...(between && { between: true }) });
    } catch (error) {
      return tellProblem(error instanceof Error ? error : new Error(String(error)));
    }
    setText('');
    draft.drop();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {wasBetween && (
        <Checkbox
          size="xs"
          mb={6}
          label={t('talk:between.send')}
          description={t('talk:between.hint')}
          checked={between}
          onChange={(event) => setBetween(event.currentTarget.checked)}
        />
      )}
      <Textarea
        aria-label={t('talk.write')}
        placeholder={t('talk.write')}
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (event.currentTarget.value === '') draft.drop();
        }}
      />
      <Group justify="flex-end" mt="xs">
        <Button type="submit" disabled={!parsed.success}>
          {t('talk.send')}
        </Button>
      </Group>
    </form>
  );
}
