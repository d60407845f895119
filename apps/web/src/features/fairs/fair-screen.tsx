import { Alert, Button, NavLink, Stack, Text } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { fairsApi, type Fair } from '#contracts/fair-exhibition.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Facts } from '../../parts/facts';
import { formatDay, formatYen } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { StateBadge } from '../../parts/state-badge';
import { TextLink } from '../../parts/text-link';
import { joinWords } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';
import parts from '../meetings/meetings.module.css';
import { CatalogueTab } from './catalogue-tab';
import { DeskTab } from './desk-tab';
import { FairActions } from './fair-actions';
import { useFairDays, useTitleOf } from './fair-words';
import { OwnTurn } from './own-turn';
import { PlanTab } from './plan-tab';
import { ProgrammeTab } from './programme-tab';
import { QuestionnaireTab } from './questionnaire-tab';
import { ReportTab } from './report-tab';
import { VisitTab } from './visit-tab';

const tabs = {
  plan: PlanTab,
  catalogue: CatalogueTab,
  programme: ProgrammeTab,
  visit: VisitTab,
  desk: DeskTab,
  report: ReportTab,
  questionnaire: QuestionnaireTab,
} as const satisfies Record<string, ComponentType<{ fair: Fair }>>;
type Tab = keyof typeof tabs;

const isShown: Record<Tab, (fair: Fair) => boolean> = {
  plan: () => true,
  catalogue: ({ state, can }) => can.organise || ['published', 'running', 'finished'].includes(state),
  programme: ({ state, can }) => can.organise || ['published', 'running', 'finished'].includes(state),
  visit: ({ can }) => can.visit,
  desk: ({ can }) => can.organise,
  report: ({ state, can }) => can.organise && state !== 'draft',
  questionnaire: ({ state, can }) => can.organise && state !== 'cancelled',
};

/** A fair for everybody; the tabs in its address. */
export default function FairScreen() {
  const { t } = useTranslation('fairs');
  const { id } = useParams({ from: '/fairs/$id' });
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  const query = useEndpoint(fairsApi.get, { params: { id } });
  const titleOf = useTitleOf();
  return (
    <Loaded query={query}>
      {(fair) => {
        const shown = (Object.keys(tabs) as Tab[]).filter((tab) => isShown[tab](fair));
        const tab =
          shown.find((one) => one === search['tab']) ??
          (fair.can.organise && search['code'] ? 'desk' : 'plan');
        const Content = tabs[tab];
        return (
          <>
            <PageHeader
              title={titleOf(fair.content)}
              back={{ to: '/fairs', label: t('toList') }}
              badges={<StateBadge kind="fair" state={fair.state} />}
              action={<FairActions fair={fair} />}
            />
            <Tabs id={id} tabs={shown} active={tab} />
            <Stack gap="md">
              <Cancelled fair={fair} />
              {fair.can.visit && <OwnTurn fairId={id} />}
              {tab === 'plan' && <Overview fair={fair} />}
              <Content fair={fair} />
            </Stack>
          </>
        );
      }}
    </Loaded>
  );
}

function Tabs({ id, tabs: shown, active }: { id: string; tabs: Tab[]; active: Tab }) {
  const { t } = useTranslation('fairs');
  if (shown.length < 2) return null;
  return (
    <nav className={`${parts.parts} no-print`} aria-label={t('tab.label')}>
      {shown.map((tab) => (
        <NavLink
          key={tab}
          renderRoot={(props) => (
            <Link
              to="/fairs/$id"
              params={{ id }}
              search={tab === 'plan' ? {} : { tab }}
              activeOptions={{ exact: true, includeSearch: true }}
              {...props}
            />
          )}
          label={t(`tab.${tab}`)}
          active={tab === active}
          aria-current={tab === active ? 'page' : undefined}
          w="auto"
        />
      ))}
    </nav>
  );
}

function Cancelled({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  if (fair.state !== 'cancelled') return null;
  return (
    <Alert color="red" title={t('cancelled.title')}>
      <Text size="sm">{t('cancelled.reason', { reason: fair.reason })}</Text>
      {fair.costYen !== null && (
        <Text size="sm">{t('cancelled.cost', { yen: formatYen(fair.costYen) })}</Text>
      )}
    </Alert>
  );
}

function Overview({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const daysOf = useFairDays();
  const { content } = fair;
  return (
    <>
      <OwnPart fair={fair} />
      <Panel title={t('facts')}>
        <Facts
          facts={[
            { label: t('field.days'), value: daysOf(content) },
            { label: t('field.hours'), value: `${content.from}–${content.until}` },
            { label: t('field.format'), value: t(`format.${content.format}`) },
            { label: t('field.place'), value: content.place },
            { label: t('field.placeNote'), value: content.placeNote },
            { label: t('field.organisers'), value: joinWords(fair.organisers.map(nameOf)) },
            {
              label: t('field.applicationUntil'),
              value: fair.state === 'open' && formatDay(content.applicationUntil),
            },
            {
              label: t('field.meetingEventId'),
              value: content.meetingEventId && (
                <TextLink to="/meetings/$id" params={{ id: content.meetingEventId }}>
                  {t('meetingLink')}
                </TextLink>
              ),
            },
            {
              label: t('field.cost'),
              value: fair.state !== 'cancelled' && fair.costYen !== null && formatYen(fair.costYen),
            },
            {
              label: t('about'),
              value: content.summary && <span style={{ whiteSpace: 'pre-wrap' }}>{content.summary}</span>,
            },
          ]}
        />
      </Panel>
    </>
  );
}

/** The own firm's application, or the way to it. */
function OwnPart({ fair: { id, own, can, content } }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const { code }: { code?: string } = useSearch({ strict: false });
  if (!own && !can.apply) return null;
  return (
    <Panel title={t('own.title')}>
      <Stack gap="sm" align="flex-start">
        {own && <Text size="sm">{t(`own.${own.state as 'applied'}`)}</Text>}
        {can.apply ? (
          <>
            <Text size="sm">{t('own.mayApply', { on: formatDay(content.applicationUntil) })}</Text>
            <Button component={Link} to={`/fairs/${id}/apply`}>
              {t('own.apply')}
            </Button>
          </>
        ) : (
          own && (
            <TextLink
              to="/fairs/$id/booths/$exhibitorId"
              params={{ id, exhibitorId: own.id }}
              search={{ code }}
            >
              {t('own.open')}
            </TextLink>
          )
        )}
      </Stack>
    </Panel>
  );
}
