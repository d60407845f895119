import { Anchor, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IntroductionCard } from '#contracts/introductions.js';
import { Yen } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { NextActionButton } from './next-action-button';
import { NextAction } from './next-action';

/** One case: who and what, how it stands, and what is to be done next by whom. */
export function BoardCard({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  const name = (side: 'owner' | 'candidate') => card[`${side}Name`] ?? t('hidden');
  return (
    <Paper component="li" withBorder p="xs" bg="white">
      <Stack gap={6}>
        <div>
          <Text size="xs" c="dimmed">
            {t(card.subject.kind)}
          </Text>
          <Anchor component={Link} to={`/introductions/${card.id}`} fw={600} size="sm">
            {card.subject.title}
          </Anchor>
        </div>
        <Text size="sm">{t('pair', { owner: name('owner'), candidate: name('candidate') })}</Text>
        <Standing card={card} />
        <NextAction card={card} />
        <Group gap="xs" justify="space-between">
          <Text size="xs" c="dimmed">
            {card.coordinator ?? t('nobody')}
          </Text>
          <Group gap={4}>
            {card.roomId && (
              <Anchor component={Link} to={`/rooms/${card.roomId}`} size="sm">
                {t('room')}
              </Anchor>
            )}
            <NextActionButton card={card} />
          </Group>
        </Group>
      </Stack>
    </Paper>
  );
}

/** Who has answered, how it ended, what it is worth. */
function Standing({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  const isOver = ['declined', 'expired', 'withdrawn', 'ended'].includes(card.state);
  if (card.state === 'proposed') {
    return (
      <Text size="xs" c="gray.7">
        {t('answers', {
          owner: t(`consent.${card.ownerConsent}`),
          candidate: t(`consent.${card.candidateConsent}`),
        })}
      </Text>
    );
  }
  if (!isOver && !card.outcome && card.amountYen === null) return null;
  return (
    <Group gap={6}>
      {isOver && <StateBadge kind="introduction" state={card.state} />}
      {card.outcome && <StateBadge kind="outcome" state={card.outcome} />}
      {card.amountYen !== null && (
        <Text span size="sm" fw={600}>
          <Yen value={card.amountYen} />
        </Text>
      )}
    </Group>
  );
}
