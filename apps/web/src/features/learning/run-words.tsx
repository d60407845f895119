import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LearningRun } from '#contracts/learning.js';

const colours = { adopted: 'green', kept: 'gray', held: 'blue', 'too-few': 'yellow' } as const;

/** What came of a run, or that it is not done. */
export function RunResult({ run: { state, result } }: { run: LearningRun }) {
  const { t } = useTranslation('learning');
  if (state === 'failed')
    return (
      <Badge color="red" variant="light">
        {t('result.failed')}
      </Badge>
    );
  if (result === null)
    return (
      <Badge color="blue" variant="light">
        {t('result.running')}
      </Badge>
    );
  return (
    <Badge color={colours[result]} variant="light">
      {t(`result.${result}`)}
    </Badge>
  );
}

/** 0.7432 → 74.3%. */
export const shareOf = (share: number | null): string =>
  share === null ? '–' : `${(share * 100).toFixed(1)}%`;

/** A weight as a multiple of what was shipped. */
export const formatWeight = (weight: number): string => `×${weight.toFixed(2)}`;
