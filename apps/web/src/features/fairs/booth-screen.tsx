import { Badge, Box, Button, Stack, Text } from '@mantine/core';
import { useParams, useSearch, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { fairsApi, type Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi, type Exhibitor } from '#contracts/fair-exhibitors.js';
import { useSession } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Facts } from '../../parts/facts';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { StateBadge } from '../../parts/state-badge';
import { TermNames } from '../../parts/term-names';
import { TextLink } from '../../parts/text-link';
import { TwoColumns } from '../../parts/two-columns';
import { useTaxonomy } from '../../parts/taxonomy';
import { joinWords } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';
import { BoothForm } from './booth-form';
import { BoothDesk } from './booth-desk';
import { Checklist } from './checklist';
import { useTitleOf } from './fair-words';
import { InquiryButton } from './inquiry-button';
import { LeadsPanel } from './leads-panel';
import { OwnTurn } from './own-turn';
import { QuestionnaireLink } from './questionnaire-link';
import { TalkPanel } from './talk-panel';

/** The page of an exhibitor, for everybody; with its checklist for its own people. */
export default function BoothScreen() {
  const { id, exhibitorId } = useParams({ from: '/fairs/$id/booths/$exhibitorId' });
  const fair = useEndpoint(fairsApi.get, { params: { id } });
  const query = useEndpoint(fairExhibitorsApi.get, { params: { id, exhibitorId } });
  const search: Record<string, string | undefined> = useSearch({ strict: false });
  return (
    <Loaded query={query}>
      {(exhibitor) =>
        fair.data && search['edit'] && exhibitor.can.edit ? (
          <Editor fair={fair.data} exhibitor={exhibitor} />
        ) : (
          <Booth fair={fair.data} exhibitor={exhibitor} />
        )
      }
    </Loaded>
  );
}

function Editor({ fair, exhibitor: { id, fairId, content, version } }: { fair: Fair; exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const update = useCommand(fairExhibitorsApi.update);
  const params = { id: fairId, exhibitorId: id };
  return (
    <Box maw="56rem">
      <PageHeader
        title={t('apply.editTitle')}
        lead={t('apply.lead')}
        back={{ to: `/fairs/${fairId}/booths/${id}`, label: t('exhibitors.title') }}
      />
      <BoothForm
        fair={fair}
        initial={content}
        version={version}
        draft={`fair.${id}.booth`}
        label={t('form.save')}
        save={(body, edited) => update.mutateAsync({ params, body, version: edited })}
        saved={() => tell(t('form.saved'))}
      />
    </Box>
  );
}

function Booth({ fair, exhibitor }: { fair: Fair | undefined; exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  const { id, fairId, company, content, booths, state, can } = exhibitor;
  const isLive = fair !== undefined && state === 'approved' && fair.can.visit;
  return (
    <>
      <PageHeader
        title={company.name}
        lead={content.headline}
        back={{ to: `/fairs/${fairId}`, label: fair ? titleOf(fair.content) : t('toFair') }}
        badges={
          <>
            {state !== 'approved' && <StateBadge kind="exhibitor" state={state} />}
            {booths.length > 0 && (
              <Badge variant="light" radius="sm" tt="none">
                {t('exhibitors.booth', { no: joinWords(booths) })}
              </Badge>
            )}
          </>
        }
        action={
          <>
            {can.withdraw && <Withdraw exhibitor={exhibitor} />}
            {can.edit && (
              <Button component={Link} to={`/fairs/${fairId}/booths/${id}?edit=1`} variant="default">
                {t('booth.edit')}
              </Button>
            )}
          </>
        }
      />
      {fair?.can.visit && <OwnTurn fairId={fairId} except={id} mb="md" />}
      <TwoColumns
        first={!can.staff && isLive && <TalkPanel fairId={fairId} exhibitorId={id} />}
        main={
          <>
            <QuestionnaireLink
              state={exhibitor.questionnaire}
              to={`/fairs/${fairId}/booths/${id}/questionnaire`}
            />
            {can.staff && isLive && <BoothDesk exhibitor={exhibitor} />}
            {can.staff && fair?.own?.id === id && <LeadsPanel exhibitor={exhibitor} />}
            {can.staff && fair && <Checklist fair={fair} exhibitor={exhibitor} />}
            <Panel title={t('booth.about')}>
              <Text style={{ whiteSpace: 'pre-wrap' }} maw="46rem">
                {content.text || company.summary}
              </Text>
            </Panel>
            <Products fair={fair} exhibitor={exhibitor} />
          </>
        }
        side={<BoothFacts fair={fair} exhibitor={exhibitor} />}
      />
    </>
  );
}

function Products({ fair, exhibitor }: { fair: Fair | undefined; exhibitor: Exhibitor }) {
  const { id, company, content, state, can } = exhibitor;
  const { t } = useTranslation('fairs');
  return (
    <Panel title={t('booth.products')}>
      {content.products.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('booth.noProducts')}
        </Text>
      )}
      <RecordList>
        {content.products.map((one, i) => (
          <RecordRow key={i}>
            <Text fw={600}>{one.name}</Text>
            <Text size="sm" c="dimmed">
              {[t(`kind.${one.kind}`), one.mark].filter(Boolean).join(' / ')}
            </Text>
            {one.text && <Text size="sm">{one.text}</Text>}
            {fair && state === 'approved' && !can.staff && (
              <InquiryButton fair={fair} exhibitorId={id} product={one.name} company={company.name} />
            )}
          </RecordRow>
        ))}
      </RecordList>
    </Panel>
  );
}

function BoothFacts({ fair, exhibitor }: { fair: Fair | undefined; exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const taxonomy = useTaxonomy();
  const { me } = useSession();
  const { company, content, body, reason } = exhibitor;
  const pavilion = fair?.content.pavilions.find(({ key }) => key === content.pavilionKey);
  return (
    <Panel title={t('booth.facts')}>
      <Stack gap="sm">
        <Facts
          facts={[
            { label: t('booth.attends'), value: t(`attends.${content.attends}`) },
            {
              label: t('booth.pavilion'),
              value: pavilion && t('plan.pavilion', { name: nameOf(pavilion), head: pavilion.head }),
            },
            {
              label: t('booth.prefecture'),
              value: company.prefecture && taxonomy.name('prefectures', company.prefecture),
            },
            {
              label: t('booth.processes'),
              value: company.processes.length > 0 && <TermNames list="processes" codes={company.processes} />,
            },
            { label: t('booth.body'), value: nameOf(body) },
            {
              label: t('booth.contact'),
              value: [content.contact, content.phone].filter(Boolean).join(' / '),
            },
            { label: t('booth.reason'), value: reason },
          ]}
        />
        {me && me.role !== 'newcomer' && (
          <TextLink to="/companies/$id" params={{ id: company.id }}>
            {t('booth.company')}
          </TextLink>
        )}
      </Stack>
    </Panel>
  );
}

function Withdraw({ exhibitor: { id, fairId } }: { exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const withdraw = useCommand(fairExhibitorsApi.withdraw);
  return (
    <ConfirmButton
      danger
      label={t('booth.withdraw')}
      title={t('booth.withdrawTitle')}
      text={t('booth.withdrawText')}
      reason={{ label: t('booth.withdrawReason'), needed: true }}
      onConfirm={(reason) =>
        withdraw
          .mutateAsync({ params: { id: fairId, exhibitorId: id }, body: { reason } })
          .then(() => tell(t('booth.withdrawn')))
      }
    />
  );
}
