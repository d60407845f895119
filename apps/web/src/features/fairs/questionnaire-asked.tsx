import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairQuestionnairesApi } from '#contracts/fair-questionnaires.js';
import type { QuestionnaireAudience } from '#contracts/fair-questions.js';
import { usePages } from '../../api/use-endpoint';
import { useFilters } from '../../parts/filters';
import { DateTime } from '../../parts/format';
import { OpenedRecords } from '../../parts/opened-records';

const filterSchema = z.object({ asked: z.string().max(1).optional() });

interface AskedProps {
  fair: Fair;
  audience: QuestionnaireAudience;
}

/** Who was asked, where their number was opened; nothing where it was not. */
export function AskedRecords({ fair, audience }: AskedProps) {
  const filters = useFilters(filterSchema);
  if (!filters.value.asked) return null;
  return <Asked fair={fair} audience={audience} close={() => filters.clear()} />;
}

function Asked({ fair, audience, close }: AskedProps & { close: () => void }) {
  const { t } = useTranslation('questionnaires');
  const pages = usePages(fairQuestionnairesApi.asked, { params: { id: fair.id, audience } });
  return (
    <OpenedRecords
      title={t('results.askedRecords')}
      lead={t(`results.askedLead.${audience}`)}
      none={t('results.noneAsked')}
      pages={pages}
      close={close}
      aside={({ askedAt }) => <DateTime at={askedAt} />}
    >
      {({ name, organisation, isAnswered }) => (
        <>
          <Text fw={600}>{name}</Text>
          {organisation && <Text size="sm">{organisation}</Text>}
          {isAnswered !== null && (
            <Text size="sm" c="dimmed">
              {t(isAnswered ? 'results.hasAnswered' : 'results.hasNotAnswered')}
            </Text>
          )}
        </>
      )}
    </OpenedRecords>
  );
}
