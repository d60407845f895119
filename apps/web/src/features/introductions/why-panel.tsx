import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Introduction } from '#contracts/introductions.js';
import { Panel } from '../../parts/panel';
import { ReasonGroups } from '../../parts/reason-groups';
import classes from './introductions.module.css';

/** Why the two were brought together: the proposer's words, then what fits and what is to be asked. */
export function WhyPanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { reason, reasons, subject } = introduction;
  return (
    <Panel title={t('why.title')}>
      <Text className={classes.prose} mb={reasons.length > 0 ? 'md' : 0}>
        {subject.kind === 'meeting' ? t('why.meeting', { title: subject.title }) : reason}
      </Text>
      {reasons.length > 0 && <ReasonGroups reasons={reasons} />}
    </Panel>
  );
}
