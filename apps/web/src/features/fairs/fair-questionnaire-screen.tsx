import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fairQuestionnairesApi } from '#contracts/fair-questionnaires.js';
import { ApiError } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { QuestionnaireForm } from './questionnaire-form';

/** Where the link of a mail leads: a visitor answers without signing in. */
export default function FairQuestionnaireScreen() {
  const { t } = useTranslation(['questionnaires', 'fairs']);
  const { token = '' }: { token?: string } = useSearch({ strict: false });
  const query = useEndpoint(fairQuestionnairesApi.ofTicket, { params: { token } });
  const answer = useCommand(fairQuestionnairesApi.answerByTicket);
  if (query.error instanceof ApiError && [400, 404].includes(query.error.status))
    return (
      <>
        <PageHeader title={t('form.title.visitor')} />
        <EmptyState title={t('form.invalid')} text={t('form.invalidText')} />
      </>
    );
  return (
    <Loaded query={query}>
      {(asked) => (
        <QuestionnaireForm
          asked={asked}
          save={(answers) => answer.mutateAsync({ params: { token }, body: { answers } })}
          back={{ to: `/fairs/${asked.fair.id}`, label: t('fairs:toFair') }}
        />
      )}
    </Loaded>
  );
}
