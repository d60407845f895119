import { Button, CloseButton, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesApi } from '#contracts/messages.js';
import type { Message } from '#contracts/message.js';
import { usePages } from '../../api/use-endpoint';
import { LoadError, Loading } from '../../parts/loaded';
import { dayInJapan } from '../../parts/words';
import { formatTalkDay, formatTime } from './talk-times';
import classes from './talk.module.css';

interface RoomSearchProps {
  roomId: string;
  q: string;
  setQ: (q: string) => void;
  jump: (seq: number) => void;
  close: () => void;
}

/** Looks for words in what was said; each hit leads to its place. */
export function RoomSearch({ roomId, q, setQ, jump, close }: RoomSearchProps) {
  const { t } = useTranslation('talk');
  const [typed, setTyped] = useState(q);
  const [settled] = useDebouncedValue(typed.trim(), 300);
  const apply = useEffectEvent((next: string) => {
    if (next !== q) setQ(next);
  });
  useEffect(() => apply(settled), [settled]);
  return (
    <div className={classes.search} role="search" aria-label={t('search.label')}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          autoFocus
          flex={1}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        />
        <CloseButton aria-label={t('search.close')} onClick={close} />
      </Group>
      {settled === '' ? (
        <Text size="xs" c="gray.7" mt={4}>
          {t('search.hint')}
        </Text>
      ) : (
        <Hits roomId={roomId} q={settled} jump={jump} />
      )}
    </div>
  );
}

function Hits({ roomId, q, jump }: { roomId: string; q: string; jump: (seq: number) => void }) {
  const { t } = useTranslation('talk');
  const pages = usePages(messagesApi.search, { params: { id: roomId }, query: { q } });
  if (pages.error) return <LoadError error={pages.error} retry={pages.refetch} />;
  if (!pages.first) return <Loading lines={2} />;
  return (
    <>
      <Text size="sm" mt={4} role="status">
        {pages.items.length === 0
          ? t('search.none', { q })
          : t('search.found', { count: pages.first.total ?? 0 })}
      </Text>
      <ul className={classes.hits}>
        {pages.items.map((message) => (
          <Hit key={message.seq} message={message} jump={jump} />
        ))}
      </ul>
      {pages.hasMore && (
        <Button size="compact-sm" variant="default" loading={pages.isLoadingMore} onClick={pages.loadMore}>
          {t('search.more')}
        </Button>
      )}
    </>
  );
}

function Hit({ message, jump }: { message: Message; jump: (seq: number) => void }) {
  const { t } = useTranslation('talk');
  return (
    <li>
      <button type="button" title={t('search.show')} onClick={() => jump(message.seq)}>
        <span className={classes.hitMeta}>
          {message.sender?.name} {formatTalkDay(dayInJapan(message.createdAt))}{' '}
          {formatTime(message.createdAt)}
        </span>
        <span className={classes.hitText}>{message.text || message.file?.name}</span>
      </button>
    </li>
  );
}
