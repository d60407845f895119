import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IntroductionCard } from '#contracts/introductions.js';
import { Day, todayInJapan } from '../../parts/format';

/** What is to be done next and until when; what is overdue is said in words, too. */
export function NextAction({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  const { nextAction, nextActionOn } = card;
  if (nextAction === '' && nextActionOn === null) {
    return (
      <Text size="sm" c="dimmed">
        {t('noNextAction')}
      </Text>
    );
  }
  const isOverdue = nextActionOn !== null && nextActionOn < todayInJapan();
  return (
    <Text size="sm" c={isOverdue ? 'red.7' : undefined} fw={isOverdue ? 600 : undefined}>
      {isOverdue && `${t('overdue')} `}
      {nextActionOn && <Day on={nextActionOn} />} {nextAction}
    </Text>
  );
}
