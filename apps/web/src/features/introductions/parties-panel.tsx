import { Anchor, Badge, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Introduction, Party } from '#contracts/introductions.js';
import { Facts } from '../../parts/facts';
import { DateTime } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';
import { TermNames } from '../../parts/term-names';
import { formatQuantity } from '../../parts/words';

/** Both companies, as far as the viewer may know them. */
export function PartiesPanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { owner, candidate, viewerSide } = introduction;
  const isMasked = owner.company.name === null || candidate.company.name === null;
  const lead = isMasked ? t('party.masked') : viewerSide === null ? t('party.staff') : undefined;
  return (
    <Panel title={t('party.title')} lead={lead}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <PartyCard introduction={introduction} party={owner} />
        <PartyCard introduction={introduction} party={candidate} />
      </SimpleGrid>
    </Panel>
  );
}

function PartyCard({ introduction, party }: { introduction: Introduction; party: Party }) {
  const { t } = useTranslation('introductions');
  const taxonomy = useTaxonomy();
  const { company, consent, answeredAt, side } = party;
  return (
    <Paper component="article" withBorder p="md">
      <Stack gap="sm">
        <div>
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              {t(`role.${introduction.subject.kind}.${side}`)}
            </Text>
            {introduction.viewerSide === side && (
              <Badge variant="light" radius="sm" tt="none">
                {t('row.us')}
              </Badge>
            )}
          </Group>
          <Text fw={650}>
            {company.id && company.name ? (
              <Anchor component={Link} to={`/companies/${company.id}`} inherit>
                {company.name}
              </Anchor>
            ) : (
              t('row.undisclosed')
            )}
          </Text>
        </div>
        <Group gap="xs">
          <StateBadge kind="consent" state={consent} />
          {answeredAt && (
            <Text size="sm" c="dimmed">
              <DateTime at={answeredAt} />
            </Text>
          )}
        </Group>
        {company.summary && <Text size="sm">{company.summary}</Text>}
        <Facts
          facts={[
            { label: t('party.prefecture'), value: taxonomy.name('prefectures', company.prefecture) },
            { label: t('party.industry'), value: taxonomy.name('industries', company.industry) },
            {
              label: t('party.staffCount'),
              value: company.staff === null ? null : formatQuantity(company.staff, 'people'),
            },
            {
              label: t('party.processes'),
              value: company.processes.length > 0 && (
                <TermNames list="processes" codes={company.processes} limit={6} />
              ),
            },
            {
              label: t('party.certificates'),
              value: company.certificates.length > 0 && (
                <TermNames list="certificates" codes={company.certificates} />
              ),
            },
          ]}
        />
      </Stack>
    </Paper>
  );
}
