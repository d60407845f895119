import { SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairQuestionnairesApi } from '#contracts/fair-questionnaires.js';
import { questionnaireAudience } from '#contracts/fair-questions.js';
import { useEndpoint } from '../../api/use-endpoint';
import { useFilters } from '../../parts/filters';
import { Loaded } from '../../parts/loaded';
import { QuestionnaireEditor } from './questionnaire-editor';
import { QuestionnaireResults } from './questionnaire-results';

const filterSchema = z.object({ audience: questionnaireAudience.default('exhibitor') });

/** What exhibitors and visitors are asked, and what they answered, beside the fairs before. */
export function QuestionnaireTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation('questionnaires');
  const filters = useFilters(filterSchema);
  const { audience } = filters.value;
  const query = useEndpoint(fairQuestionnairesApi.get, { params: { id: fair.id, audience } });
  return (
    <Stack gap="md">
      <SegmentedControl
        aria-label={t('audienceLabel')}
        style={{ alignSelf: 'flex-start' }}
        value={audience}
        onChange={(chosen) => filters.set({ audience: questionnaireAudience.parse(chosen) })}
        data={questionnaireAudience.options.map((value) => ({ value, label: t(`audience.${value}`) }))}
      />
      <Loaded query={query}>
        {(one) =>
          one.sentAt ? (
            <QuestionnaireResults key={one.audience} fair={fair} questionnaire={one} />
          ) : (
            <QuestionnaireEditor key={one.audience} fair={fair} questionnaire={one} />
          )
        }
      </Loaded>
    </Stack>
  );
}
