import { Badge, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IntroductionCard } from '#contracts/introductions.js';
import { formatDateTime, formatDay, formatRelative, formatYen, todayInJapan } from '../../parts/format';
import { ResultItem } from '../../parts/result-list';
import { StateBadge } from '../../parts/state-badge';

/** Whether the viewer's own company has not answered yet. */
export const waitsForViewer = ({ state, viewerSide, ownerConsent, candidateConsent }: IntroductionCard) =>
  state === 'proposed' &&
  viewerSide !== null &&
  (viewerSide === 'owner' ? ownerConsent : candidateConsent) === 'waiting';

/** An introduction in a list: with whom, who has answered, what is next. */
export function IntroductionRow({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('introductions');
  return (
    <ResultItem
      to={`/introductions/${card.id}`}
      title={card.subject.title}
      badges={
        <>
          <StateBadge kind="introduction" state={card.state} />
          {card.outcome && <StateBadge kind="outcome" state={card.outcome} />}
          {card.isOfTeam && (
            <Badge color="ai" variant="light" tt="none" radius="sm">
              {t('row.team')}
            </Badge>
          )}
          {waitsForViewer(card) && (
            <Badge color="red" tt="none" radius="sm">
              {t('row.answer')}
            </Badge>
          )}
        </>
      }
      about={
        <>
          {t(`kind.${card.subject.kind}`)} / <Names card={card} />
        </>
      }
      aside={
        <>
          {card.amountYen !== null && (
            <Text span fw={650} size="sm" c="gray.9">
              {formatYen(card.amountYen)}
            </Text>
          )}
          {card.expiresAt && <span>{t('row.until', { at: formatDateTime(card.expiresAt) })}</span>}
          <span>{t('row.changed', { when: formatRelative(card.updatedAt) })}</span>
          {card.coordinator && <span>{t('row.coordinator', { name: card.coordinator })}</span>}
        </>
      }
    >
      {card.state === 'proposed' && <Answers card={card} />}
      <NextAction card={card} />
    </ResultItem>
  );
}

/** The other side for a company, both for staff. */
function Names({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('introductions');
  const name = (side: 'owner' | 'candidate') => card[`${side}Name`] ?? t('row.undisclosed');
  if (card.viewerSide === null)
    return <>{t('row.pair', { owner: name('owner'), candidate: name('candidate') })}</>;
  return <>{t('row.with', { name: name(card.viewerSide === 'owner' ? 'candidate' : 'owner') })}</>;
}

function Answers({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('introductions');
  const { kind } = card.subject;
  return (
    <Group gap="xs">
      {(['owner', 'candidate'] as const).map((side) => (
        <Group key={side} gap={6}>
          <Text span size="sm">
            {card.viewerSide === side ? t('row.us') : t(`role.${kind}.${side}`)}
          </Text>
          <StateBadge kind="consent" state={card[`${side}Consent`]} />
        </Group>
      ))}
    </Group>
  );
}

function NextAction({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('introductions');
  const { nextAction, nextActionOn } = card;
  if (nextAction === '' && nextActionOn === null) return null;
  const isOverdue = nextActionOn !== null && nextActionOn < todayInJapan();
  return (
    <Text size="sm" c={isOverdue ? 'red.7' : undefined}>
      {isOverdue && `${t('row.overdue')} `}
      {nextActionOn && `${formatDay(nextActionOn)} `}
      {nextAction}
    </Text>
  );
}
