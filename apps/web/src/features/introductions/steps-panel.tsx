import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { introductionsApi, type Introduction } from '#contracts/introductions.js';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { DateTime, Day, formatDateTime, Yen } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { useStateText } from '../../parts/state-badge';
import { stepsOf, type Step } from './steps';
import classes from './introductions.module.css';

/** How far it has come, and, while nobody has answered everything, how to take it back. */
export function StepsPanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { expiresAt, can, amountYen } = introduction;
  return (
    <Panel title={t('step.title')}>
      <ol className={classes.steps}>
        {stepsOf(introduction).map((step) => (
          <li key={step.name} className={classes.step} data-state={step.state}>
            <StepText introduction={introduction} step={step} />
          </li>
        ))}
      </ol>
      {amountYen !== null && (
        <Text size="sm" mt="sm">
          {t('step.amount')} <Yen value={amountYen} />
        </Text>
      )}
      {expiresAt && (
        <Text size="sm" mt="sm">
          {t('answer.until', { at: formatDateTime(expiresAt) })}
        </Text>
      )}
      {can.withdraw && <Withdraw id={introduction.id} />}
    </Panel>
  );
}

function StepText({ introduction, step }: { introduction: Introduction; step: Step }) {
  const { t } = useTranslation('introductions');
  const words = useStepWords(introduction);
  return (
    <>
      <Text span inherit fw={step.state === 'ahead' ? 400 : 600}>
        {words(step)}
      </Text>
      <Text size="xs" c="dimmed">
        {step.state === 'ahead' && step.name !== 'owner' && step.name !== 'candidate' && t('step.ahead')}
        {step.at && (step.name === 'result' ? <Day on={step.at} /> : <DateTime at={step.at} />)}
      </Text>
    </>
  );
}

function useStepWords({ subject, viewerSide, owner, candidate, state }: Introduction) {
  const { t } = useTranslation('introductions');
  const stateText = useStateText();
  return ({ name, state: reached }: Step): string => {
    switch (name) {
      case 'owner':
      case 'candidate': {
        const who = viewerSide === name ? t('row.us') : t(`role.${subject.kind}.${name}`);
        const consent = (name === 'owner' ? owner : candidate).consent;
        return t('step.answer', { who, answer: stateText('consent', consent) });
      }
      case 'result':
        return reached === 'ahead' ? t('step.result') : stateText('introduction', state);
      default:
        return t(`step.${name}`);
    }
  };
}

function Withdraw({ id }: { id: string }) {
  const { t } = useTranslation('introductions');
  const withdraw = useCommand(introductionsApi.withdraw);
  return (
    <ConfirmButton
      mt="md"
      size="xs"
      danger
      label={t('withdraw.label')}
      title={t('withdraw.title')}
      text={t('withdraw.text')}
      reason={{ label: t('withdraw.reason'), description: t('withdraw.reasonHint'), needed: true }}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params: { id }, body: { reason } });
        tell(t('withdraw.done'));
      }}
    />
  );
}
