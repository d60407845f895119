import { Badge, Button, Stack } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { introductionsApi, type Introduction } from '#contracts/introductions.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { StateBadge } from '../../parts/state-badge';
import { TalksPath } from '../../parts/talks-path';
import { TwoColumns } from '../../parts/two-columns';
import { AnswerPanel } from './answer-panel';
import { DisclosurePanel } from './disclosure-panel';
import { EndNotice } from './end-notice';
import { FollowUpPanel } from './follow-up-panel';
import { OutcomePanel } from './outcome-panel';
import { PartiesPanel } from './parties-panel';
import { StepsPanel } from './steps-panel';
import { SubjectPanel } from './subject-panel';
import { TeamPartPanel } from './team-part-panel';
import { WhyPanel } from './why-panel';
import classes from './introductions.module.css';

export default function IntroductionScreen() {
  const { id } = useParams({ from: '/introductions/$id' });
  const query = useEndpoint(introductionsApi.get, { params: { id } });
  return <Loaded query={query}>{(introduction) => <IntroductionPage introduction={introduction} />}</Loaded>;
}

function IntroductionPage({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const me = useMe();
  const { subject, state, outcome, roomId, can } = introduction;
  // Whoever posted the subject knows it; to the candidate it is the news.
  const isCandidate = introduction.viewerSide === 'candidate';
  const by = introduction.coordinator?.name ?? introduction.body?.name;
  return (
    <>
      <PageHeader
        title={subject.title}
        lead={by && t('introducedBy', { by })}
        back={{ to: '/introductions', label: t('list.title') }}
        path={
          <TalksPath here="introduction" to={can.openRoom && roomId ? { room: `/rooms/${roomId}` } : {}} />
        }
        badges={
          <>
            <Badge color="gray" variant="light" radius="sm" tt="none">
              {t(`kind.${subject.kind}`)}
            </Badge>
            <StateBadge kind="introduction" state={state} />
            {outcome && <StateBadge kind="outcome" state={outcome} />}
          </>
        }
        action={
          can.openRoom &&
          roomId && (
            <Button component={Link} to={`/rooms/${roomId}`}>
              {t('toRoom')}
            </Button>
          )
        }
      />
      <Stack gap="lg" mb="lg" className={classes.notices}>
        <EndNotice introduction={introduction} />
        {introduction.team && <TeamPartPanel team={introduction.team} isOwn={isCandidate} />}
        {can.respond && <AnswerPanel introduction={introduction} />}
      </Stack>
      <TwoColumns
        main={
          <>
            <WhyPanel introduction={introduction} />
            {isCandidate && <SubjectPanel introduction={introduction} />}
            <PartiesPanel introduction={introduction} />
            {!isCandidate && <SubjectPanel introduction={introduction} />}
          </>
        }
        side={
          <Stack gap="lg">
            <StepsPanel introduction={introduction} />
            {can.followUp && me.body && (
              <>
                <FollowUpPanel introduction={introduction} />
                <OutcomePanel introduction={introduction} />
              </>
            )}
            <DisclosurePanel introduction={introduction} />
          </Stack>
        }
      />
    </>
  );
}
