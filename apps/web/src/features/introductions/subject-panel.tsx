import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Introduction } from '#contracts/introductions.js';
import type { OrderContent } from '#contracts/orders.js';
import type { PatentContent } from '#contracts/patents.js';
import { Facts } from '../../parts/facts';
import { formatDay, formatYen } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { RequirementTable } from '../../parts/requirement-table';
import { StateBadge } from '../../parts/state-badge';
import { joinWords } from '../../parts/words';
import classes from './introductions.module.css';

const pages = { order: '/orders', patent: '/patents', meeting: '/meetings' } as const;

/** What it is about, as far as its owner has released it. */
export function SubjectPanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { kind, id, order, patent, revision } = introduction.subject;
  return (
    <Panel
      title={t(`subject.${kind}`)}
      lead={revision === null ? undefined : t('subject.revision', { revision })}
      action={
        <Anchor component={Link} to={`${pages[kind]}/${id}`} size="sm">
          {t(`subject.open.${kind}`)}
        </Anchor>
      }
    >
      {kind === 'meeting' && <Text size="sm">{t('subject.meetingText')}</Text>}
      {order && <ReleasedOrder order={order} />}
      {patent && <ReleasedPatent patent={patent} />}
    </Panel>
  );
}

function ReleasedOrder({ order }: { order: OrderContent }) {
  const { t } = useTranslation('introductions');
  return (
    <Stack gap="md">
      {order.summary && <Text className={classes.prose}>{order.summary}</Text>}
      <Facts
        facts={[
          { label: t('subject.budget'), value: order.budgetYen === null ? null : formatYen(order.budgetYen) },
          { label: t('subject.answerBy'), value: order.answerBy && formatDay(order.answerBy) },
        ]}
      />
      <RequirementTable requirements={order.requirements} />
    </Stack>
  );
}

function ReleasedPatent({ patent }: { patent: PatentContent }) {
  const { t } = useTranslation('introductions');
  const long = (text: string) => text && <span className={classes.prose}>{text}</span>;
  return (
    <Facts
      facts={[
        { label: t('patent.number'), value: patent.number },
        { label: t('patent.registration'), value: patent.registrationNumber },
        { label: t('patent.holder'), value: patent.holder },
        { label: t('patent.purpose'), value: long(patent.purpose) },
        { label: t('patent.effect'), value: long(patent.effect) },
        { label: t('patent.summary'), value: long(patent.summary) },
        { label: t('patent.products'), value: long(patent.applicableProducts) },
        { label: t('patent.fields'), value: joinWords(patent.technicalFields) },
        { label: t('patent.licence'), value: <StateBadge kind="licence" state={patent.licence} /> },
        { label: t('patent.assignment'), value: <StateBadge kind="licence" state={patent.assignment} /> },
        { label: t('patent.terms'), value: long(patent.terms) },
      ]}
    />
  );
}
