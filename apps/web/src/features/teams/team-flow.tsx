import { Button, Collapse, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { teamsApi, type Team } from '#contracts/teams.js';
import { useEndpoint } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { useTaxonomy } from '../../parts/taxonomy';
import { formatQuantity, joinWords } from '../../parts/words';
import { useTeamWords } from './team-words';
import { useRecompose } from './use-recompose';
import classes from './teams.module.css';

type Step = Team['steps'][number];

/** The way of the parts: step after step who does it, who inspects it, and where it is handed over. */
export function TeamFlow({ team }: { team: Team }) {
  const { t } = useTranslation('teams');
  const words = useTeamWords(team);
  return (
    <Panel title={t('flow.title')} lead={t('flow.lead')}>
      <ol className={classes.flow}>
        {team.steps.map((step) => {
          const over = team.handOvers.find(({ afterStep }) => afterStep === step.requirementId);
          return (
            <li key={step.requirementId} className={classes.step} data-key={step.doer}>
              <StepText team={team} step={step} />
              {over && (
                <Text size="sm" className={classes.over}>
                  {t('flow.over', { from: words.name(over.from), to: words.name(over.to) })}
                  {over.km !== null && ` (${words.km(over.km)})`}
                </Text>
              )}
              {team.can.recompose && <StandIns team={team} step={step} />}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function StepText({ team, step }: { team: Team; step: Step }) {
  const { t } = useTranslation('teams');
  const words = useTeamWords(team);
  const language = shownLanguage();
  const days =
    step.leadTimeDays === null
      ? t('flow.daysUntold')
      : t('flow.days', { days: formatQuantity(step.leadTimeDays, 'days') });
  return (
    <Stack gap={2}>
      <Text fw={650}>{step.words[language]}</Text>
      <Text size="sm">
        {words.name(step.doer)} / {days}
      </Text>
      <Text size="sm">{t(`flow.inspected.${step.inspectedOn}`, { by: words.name(step.inspector) })}</Text>
      {step.questions.length > 0 && (
        <>
          <Text size="sm" fw={600} mt={4}>
            {t('flow.toAsk')}
          </Text>
          <List size="sm">
            {step.questions.map(({ question }) => (
              <List.Item key={question.en}>{question[language]}</List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}

/** Who else could do the step: choosing one composes the team anew with it. */
function StandIns({ team, step }: { team: Team; step: Step }) {
  const { t } = useTranslation('teams');
  const [opened, { toggle }] = useDisclosure(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        mt={6}
        onClick={toggle}
        aria-expanded={opened}
        aria-label={t('standIns.showFor', { step: step.words[shownLanguage()] })}
      >
        {t('standIns.show')}
      </Button>
      <Collapse expanded={opened}>{opened && <StandInList team={team} step={step} />}</Collapse>
    </>
  );
}

function StandInList({ team, step }: { team: Team; step: Step }) {
  const { t } = useTranslation('teams');
  const taxonomy = useTaxonomy();
  const words = useTeamWords(team);
  const recompose = useRecompose(team);
  const query = useEndpoint(teamsApi.standIns, { params: { id: team.id } });
  return (
    <Loaded query={query} lines={2}>
      {({ items }) => {
        const firms = items.find(({ requirementId }) => requirementId === step.requirementId)?.firms ?? [];
        if (firms.length === 0) return <Text size="sm">{t('standIns.none')}</Text>;
        return (
          <RecordList>
            {firms.map((firm) => (
              <RecordRow
                key={firm.companyId}
                aside={
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={recompose.isPending}
                    onClick={() => recompose.lock(firm.companyId)}
                    aria-label={t('standIns.takeOf', { name: firm.name })}
                  >
                    {t('standIns.take')}
                  </Button>
                }
              >
                <Text size="sm" fw={600}>
                  {firm.name}
                  {firm.isMember && ` (${t('standIns.member')})`}
                </Text>
                <Group gap="sm">
                  <Text size="sm">
                    {joinWords([
                      taxonomy.name('prefectures', firm.prefecture),
                      t('standIns.away', { km: words.km(firm.km) }),
                      firm.leadTimeDays === null
                        ? t('flow.daysUntold')
                        : t('flow.days', { days: formatQuantity(firm.leadTimeDays, 'days') }),
                    ])}
                  </Text>
                </Group>
              </RecordRow>
            ))}
          </RecordList>
        );
      }}
    </Loaded>
  );
}
