import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { PageHeader } from '../../parts/page-header';
import classes from './how-it-works.module.css';

const steps = ['register', 'post', 'match', 'introduce', 'consent', 'negotiate', 'agree'] as const;
const seen = ['before', 'proposed', 'consented', 'room'] as const;
const words = ['coordinator', 'body', 'introduction', 'room', 'offer', 'openPatent'] as const;

/** The way from registration to agreement, who sees what when, and the words used. */
export default function HowItWorksScreen() {
  const { t } = useTranslation(['landing', 'common']);
  const { me } = useSession();
  return (
    <Stack gap="xl" maw="50rem" mx={me ? undefined : 'auto'}>
      <PageHeader title={t('how.title')} lead={t('how.lead')} />
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Title order={2}>{t(`how.step.${step}.name`)}</Title>
            <Text mt={4}>{t(`how.step.${step}.text`)}</Text>
          </li>
        ))}
      </ol>
      <section>
        <Title order={2} mb="sm">
          {t('how.seenTitle')}
        </Title>
        <Table variant="vertical" layout="fixed" withTableBorder bg="white">
          <Table.Tbody>
            {seen.map((stage) => (
              <Table.Tr key={stage}>
                <Table.Th w="35%">{t(`how.seen.${stage}.name`)}</Table.Th>
                <Table.Td>{t(`how.seen.${stage}.text`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <section>
        <Title order={2} mb="sm">
          {t('how.wordsTitle')}
        </Title>
        <dl className={classes.words}>
          {words.map((word) => (
            <div key={word}>
              <dt>{t(`how.word.${word}.name`)}</dt>
              <dd>{t(`how.word.${word}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      {!me && (
        <Group className="no-print">
          <Button component={Link} to="/sign-up">
            {t('start')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
