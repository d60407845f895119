import { Box, Fieldset, SegmentedControl, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CapacityAsk } from '#contracts/capacity.js';
import { formatDateTime } from '../../parts/format';
import { useTaxonomy } from '../../parts/taxonomy';

export type Answer = CapacityAsk['processes'][number];
const spans = ['weeks4', 'weeks8', 'weeks12'] as const;
const weeksOf = { weeks4: 4, weeks8: 8, weeks12: 12 } as const;
const steps = [0, 25, 50, 75, 100] as const;

interface CapacityTapsProps {
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}

/** How much of one process is free in the next 4, 8 and 12 weeks: a tap each, kept at once. */
export function CapacityTaps({ answer, onAnswer }: CapacityTapsProps) {
  const { t } = useTranslation(['capacity', 'common']);
  const name = useTaxonomy().name('processes', answer.process);
  return (
    <Fieldset legend={name} p="sm">
      <SimpleGrid type="container" cols={{ base: 1, '46rem': 3 }} spacing="sm">
        {spans.map((span) => {
          const week = t('taps.within', { n: weeksOf[span] });
          return (
            <Box key={span} miw={0}>
              <Text size="sm" c="dimmed" mb={2}>
                {week}
              </Text>
              <SegmentedControl
                fullWidth
                size="xs"
                aria-label={t('taps.of', { process: name, week })}
                value={String(answer[span] ?? '')}
                onChange={(chosen) => onAnswer({ ...answer, [span]: chosen === '' ? null : Number(chosen) })}
                data={[
                  { value: '', label: t('taps.unknown') },
                  ...[...new Set([...steps, ...(answer[span] === null ? [] : [answer[span]])])]
                    .toSorted((a, b) => a - b)
                    .map((step) => ({
                      value: String(step),
                      label: step === 0 ? t('taps.full') : `${step}%`,
                    })),
                ]}
              />
            </Box>
          );
        })}
      </SimpleGrid>
      <Text size="xs" c="dimmed" mt={6}>
        {answer.toldAt ? t('taps.told', { at: formatDateTime(answer.toldAt) }) : t('taps.never')}
      </Text>
    </Fieldset>
  );
}
