import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Introduction } from '#contracts/introductions.js';
import { shownLanguage } from '../../i18n';
import { Facts } from '../../parts/facts';
import { Panel } from '../../parts/panel';
import { joinWords } from '../../parts/words';

/** That the candidate is asked as one of a team, for which steps, and what that means. */
export function TeamPartPanel({
  team,
  isOwn,
}: {
  team: NonNullable<Introduction['team']>;
  /** Whether the reader is of the candidate itself. */
  isOwn: boolean;
}) {
  const { t } = useTranslation('introductions');
  const language = shownLanguage();
  return (
    <Panel title={t('team.title')}>
      <Stack gap="sm">
        <Text>
          {t('team.text', { n: team.firms })}{' '}
          {t(`team.${isOwn ? 'you' : 'it'}.${team.isLead ? 'lead' : 'partner'}`)}
        </Text>
        <Facts
          facts={[{ label: t('team.steps'), value: joinWords(team.steps.map((step) => step[language])) }]}
        />
        <Text size="sm" c="dimmed">
          {t('team.after')}
        </Text>
        <Anchor component={Link} to={`/teams/${team.id}`} underline="always">
          {t('team.see')}
        </Anchor>
      </Stack>
    </Panel>
  );
}
