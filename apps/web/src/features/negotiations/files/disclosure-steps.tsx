import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './files.module.css';

const steps = ['theme', 'sheet', 'nda', 'drawings'] as const;

/** What has been disclosed so far, step by step; a room opens once the first two are done. */
export function DisclosureSteps({ ndaInForce, hasDrawings }: { ndaInForce: boolean; hasDrawings: boolean }) {
  const { t } = useTranslation('files');
  const done = { theme: true, sheet: true, nda: ndaInForce, drawings: ndaInForce && hasDrawings };
  const current = steps.find((step) => !done[step]);
  return (
    <ol className={classes.steps} aria-label={t('steps.title')}>
      {steps.map((step) => (
        <li
          key={step}
          data-done={done[step] || undefined}
          aria-current={step === current ? 'step' : undefined}
        >
          <Text span size="sm" fw={650}>
            {t(`steps.${step}`)}
          </Text>
          <Text span size="xs" c="gray.7">
            {t(`steps.${step}${done[step] ? 'Done' : 'Open'}`)}
          </Text>
        </li>
      ))}
    </ol>
  );
}
