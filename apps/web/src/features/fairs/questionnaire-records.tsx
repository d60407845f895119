import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import {
  fairQuestionnairesApi,
  type AnswerRecord,
  type QuestionnaireResults,
} from '#contracts/fair-questionnaires.js';
import type { Answer, Question } from '#contracts/fair-questions.js';
import { usePages } from '../../api/use-endpoint';
import { useFilters } from '../../parts/filters';
import { DateTime } from '../../parts/format';
import { OpenedRecords } from '../../parts/opened-records';
import { formatNumber, joinWords } from '../../parts/words';
import { useLabelOf, useUnitOf, useValueName, withUnit } from './question-words';

const filterSchema = z.object({
  key: z.string().max(40).optional(),
  value: z.string().max(40).optional(),
  all: z.string().max(1).optional(),
});

interface RecordsProps {
  fair: Fair;
  results: QuestionnaireResults;
}

/** The answers behind a number that was opened; nothing where none was. */
export function AnswerRecords({ fair, results }: RecordsProps) {
  const filters = useFilters(filterSchema);
  const { key, all } = filters.value;
  const chosen = results.questions.find(({ question }) => question.key === key)?.question;
  if (!chosen && !all) return null;
  return <Records fair={fair} results={results} filters={filters} question={chosen ?? null} />;
}

function Records({
  fair,
  results: { audience, questions },
  filters,
  question,
}: RecordsProps & {
  filters: ReturnType<typeof useFilters<typeof filterSchema>>;
  question: Question | null;
}) {
  const { t } = useTranslation('questionnaires');
  const labelOf = useLabelOf();
  const nameOf = useValueName();
  const { value } = filters.value;
  const query = question ? { key: question.key, ...(value && { value }) } : {};
  const pages = usePages(fairQuestionnairesApi.answers, { params: { id: fair.id, audience }, query });
  const shown = question ? [question] : questions.map((one) => one.question);
  const title = question
    ? [labelOf(question), ...(value ? [nameOf(question, value)] : [])].join('：')
    : t('results.all');
  return (
    <OpenedRecords
      title={t('results.records', { title })}
      none={t('results.none')}
      pages={pages}
      close={() => filters.clear()}
      aside={({ answeredAt }) => <DateTime at={answeredAt} />}
    >
      {(record) => (
        <>
          <Text fw={600}>{record.company ?? t('results.visitor')}</Text>
          <Said record={record} questions={shown} isNamed={question === null} />
        </>
      )}
    </OpenedRecords>
  );
}

function Said({
  record,
  questions,
  isNamed,
}: {
  record: AnswerRecord;
  questions: Question[];
  isNamed: boolean;
}) {
  const labelOf = useLabelOf();
  const nameOf = useValueName();
  const unitOf = useUnitOf();
  const textOf = (question: Question, given: Answer): string =>
    typeof given === 'number'
      ? withUnit(formatNumber(given), unitOf(question))
      : joinWords((Array.isArray(given) ? given : [given ?? '']).map((one) => nameOf(question, one)));
  return (
    <>
      {questions.map((question) => {
        const given = record.answers[question.key] ?? null;
        return given === null ? null : (
          <Text key={question.key} size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            {isNamed && (
              <Text span inherit c="dimmed">
                {labelOf(question)}{' '}
              </Text>
            )}
            {textOf(question, given)}
          </Text>
        );
      })}
    </>
  );
}
