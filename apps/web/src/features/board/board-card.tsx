import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IntroductionCard } from '#contracts/introductions.js';
import { Day, todayInJapan, Yen } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { NextActionButton } from './next-action-form';

/** One case: who and what, and what is to be done next. */
export function BoardCard({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  return (
    <Paper component="li" withBorder p="sm" bg="white">
      <Stack gap={6}>
        <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
          <Anchor component={Link} to={`/introductions/${card.id}`} fw={600} size="sm">
            {card.subject.title}
          </Anchor>
          {card.subject.kind === 'patent' && (
            <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
              {t('patent')}
            </Text>
          )}
        </Group>
        <Text size="sm">
          {card.ownerName ?? t('hidden')} → {card.candidateName ?? t('hidden')}
        </Text>
        <Marks card={card} />
        <NextAction card={card} />
        <Group gap="xs">
          <NextActionButton card={card} />
          {card.roomId && (
            <Button component={Link} to={`/rooms/${card.roomId}`} size="compact-sm" variant="subtle">
              {t('room')}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

function Marks({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  return (
    <Group gap={6}>
      {card.state === 'proposed' && (
        <Text size="xs" c="dimmed">
          {t('answers', {
            owner: t(`consent.${card.ownerConsent}`),
            candidate: t(`consent.${card.candidateConsent}`),
          })}
        </Text>
      )}
      {['declined', 'expired', 'withdrawn', 'ended'].includes(card.state) && (
        <StateBadge kind="introduction" state={card.state} />
      )}
      {card.outcome && <StateBadge kind="outcome" state={card.outcome} />}
      {card.amountYen !== null && (
        <Text size="sm" fw={600}>
          <Yen value={card.amountYen} />
        </Text>
      )}
    </Group>
  );
}

function NextAction({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  if (!card.nextAction && !card.nextActionOn) {
    return (
      <Text size="sm" c="dimmed">
        {t('noNextAction')}
      </Text>
    );
  }
  const overdue = card.nextActionOn !== null && card.nextActionOn < todayInJapan();
  return (
    <Text size="sm" c={overdue ? 'red.7' : undefined} fw={overdue ? 600 : undefined}>
      {overdue && `${t('overdue')} `}
      {card.nextActionOn && <Day on={card.nextActionOn} />} {card.nextAction}
    </Text>
  );
}
