import { Alert, Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireState } from '#contracts/fair-questions.js';

/** The way to a questionnaire for one who is asked; nothing for others. */
export function QuestionnaireLink({ state, to }: { state: QuestionnaireState | null; to: string }) {
  const { t } = useTranslation('questionnaires');
  if (state === null) return null;
  if (state === 'answered')
    return (
      <Text size="sm" className="no-print">
        {t('form.answered')}{' '}
        <Anchor component={Link} to={to} inherit>
          {t('form.change')}
        </Anchor>
      </Text>
    );
  return (
    <Alert title={t('form.waiting')} className="no-print">
      <Text size="sm" mb="sm">
        {t('form.waitingText')}
      </Text>
      <Button component={Link} to={to}>
        {t('form.answer')}
      </Button>
    </Alert>
  );
}
