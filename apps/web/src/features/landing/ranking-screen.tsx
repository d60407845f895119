import { List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { PageHeader } from '../../parts/page-header';
import classes from './how-it-works.module.css';

const steps = ['must', 'conditions', 'words', 'tie'] as const;
const learning = ['what', 'night', 'check', 'back'] as const;
const forSuppliers = ['profile', 'awards', 'capacity', 'gaps', 'small'] as const;
const forOrderers = ['must', 'words', 'reasons', 'decline'] as const;

/** How candidates are ranked, in plain words, for those who are ranked and those who choose. */
export default function RankingScreen() {
  const { t } = useTranslation('ranking');
  const { me } = useSession();
  return (
    <Stack gap="xl" maw="50rem" mx={me ? undefined : 'auto'}>
      <PageHeader title={t('title')} lead={t('lead')} />
      <section>
        <Title order={2} mb="sm">
          {t('order.title')}
        </Title>
        <dl className={classes.words}>
          {steps.map((step) => (
            <div key={step}>
              <dt>{t(`order.${step}.name`)}</dt>
              <dd>{t(`order.${step}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <Part title={t('never.title')}>
        <Text>{t('never.text')}</Text>
      </Part>
      <Part title={t('learning.title')}>
        <Text mb="xs">{t('learning.intro')}</Text>
        <Advice items={learning.map((item) => t(`learning.${item}`))} />
      </Part>
      <Part title={t('places.title')}>
        <Text>{t('places.text')}</Text>
      </Part>
      <Part title={t('supplier.title')}>
        <Advice items={forSuppliers.map((item) => t(`supplier.${item}`))} />
      </Part>
      <Part title={t('orderer.title')}>
        <Advice items={forOrderers.map((item) => t(`orderer.${item}`))} />
      </Part>
      <Part title={t('limits.title')}>
        <Text>{t('limits.text')}</Text>
      </Part>
    </Stack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

const Advice = ({ items }: { items: string[] }) => (
  <List spacing="xs">
    {items.map((item) => (
      <List.Item key={item}>{item}</List.Item>
    ))}
  </List>
);
