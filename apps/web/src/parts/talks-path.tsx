import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './talks-path.module.css';

const steps = ['introduction', 'room', 'council'] as const;
type Step = (typeof steps)[number];

interface TalksPathProps {
  /** Where the reader is. */
  here: Step;
  /** Where the others are, as far as there is something and the reader may open it. */
  to: Partial<Record<Step, string>>;
}

/** 紹介 › 商談ルーム › 合議: how the three places of one and the same talks belong together, and the way between them. */
export function TalksPath({ here, to }: TalksPathProps) {
  const { t } = useTranslation('parts');
  return (
    <nav aria-label={t('talksPath.label')} className={classes.path}>
      <ol>
        {steps.map((step) => (
          <li key={step}>
            {step === here ? (
              <Text span size="sm" fw={650} aria-current="page">
                {t(`talksPath.${step}`)}
              </Text>
            ) : to[step] ? (
              <Anchor component={Link} to={to[step]} size="sm" underline="always">
                {t(`talksPath.${step}`)}
              </Anchor>
            ) : (
              <Text span size="sm" c="gray.7">
                {t(`talksPath.${step}`)}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
