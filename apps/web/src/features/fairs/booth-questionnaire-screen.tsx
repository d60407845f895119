import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fairQuestionnairesApi } from '#contracts/fair-questionnaires.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { QuestionnaireForm } from './questionnaire-form';

/** What an exhibitor is asked when the fair is over. */
export default function BoothQuestionnaireScreen() {
  const { t } = useTranslation('questionnaires');
  const params = useParams({ from: '/fairs/$id/booths/$exhibitorId/questionnaire' });
  const query = useEndpoint(fairQuestionnairesApi.ofExhibitor, { params });
  const answer = useCommand(fairQuestionnairesApi.answerAsExhibitor);
  return (
    <Loaded query={query}>
      {(asked) => (
        <QuestionnaireForm
          asked={asked}
          save={(answers) => answer.mutateAsync({ params, body: { answers } })}
          back={{ to: `/fairs/${params.id}/booths/${params.exhibitorId}`, label: t('form.toBooth') }}
        />
      )}
    </Loaded>
  );
}
