import { Anchor, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi, type Exhibitor } from '#contracts/fair-exhibitors.js';
import { useCommand, usePages } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { listbox } from '../../forms/term-select';
import { ConfirmButton } from '../../parts/confirm-button';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { StateBadge } from '../../parts/state-badge';
import { joinWords } from '../../parts/words';
import { useNameOf } from '../meetings/meeting-words';
import { HallPlan } from './hall-plan';
import { HandOvers, Reception } from './reception';

/** The organisers' work before the fair: who exhibits, and where. */
export function DeskTab({ fair }: { fair: Fair }) {
  const pages = usePages(fairExhibitorsApi.list, { params: { id: fair.id }, query: { limit: 200 } });
  return (
    <>
      {['published', 'running', 'finished'].includes(fair.state) && (
        <>
          <Reception fair={fair} />
          <HandOvers fair={fair} />
        </>
      )}
      <Applications fair={fair} pages={pages} />
      <Booths fair={fair} exhibitors={pages.items.filter(({ state }) => state === 'approved')} />
    </>
  );
}

function Applications({
  fair,
  pages,
}: {
  fair: Fair;
  pages: ReturnType<typeof usePages<typeof fairExhibitorsApi.list>>;
}) {
  const { t } = useTranslation('fairs');
  return (
    <Panel
      title={t('desk.applications')}
      action={
        fair.can.edit && (
          <Button component={Link} to={`/fairs/${fair.id}/apply`} variant="default" size="xs">
            {t('desk.enter')}
          </Button>
        )
      }
    >
      <Loaded query={{ ...pages, data: pages.first }} lines={6}>
        {() =>
          pages.items.length > 0 ? (
            <RecordList>
              {pages.items.map((one) => (
                <Application key={one.id} exhibitor={one} />
              ))}
            </RecordList>
          ) : (
            <EmptyState title={t('desk.noApplications')} text={t('desk.noApplicationsText')} />
          )
        }
      </Loaded>
      <Pager pages={pages} />
    </Panel>
  );
}

function Application({ exhibitor }: { exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const decide = useCommand(fairExhibitorsApi.decide);
  const { id, fairId, company, content, booths, body, state, can } = exhibitor;
  const params = { id: fairId, exhibitorId: id };
  const done = () => tell(t('desk.decided'));
  return (
    <RecordRow
      aside={
        <Group gap="xs">
          <StateBadge kind="exhibitor" state={state} />
          {can.decide && state !== 'approved' && (
            <Button
              size="xs"
              loading={decide.isPending}
              onClick={() =>
                decide.mutate({ params, body: { decision: 'approve', reason: '' } }, { onSuccess: done })
              }
            >
              {t('desk.approve')}
            </Button>
          )}
          {can.decide && state !== 'declined' && (
            <ConfirmButton
              size="xs"
              danger
              label={t('desk.decline')}
              title={t('desk.declineTitle')}
              text={t('desk.declineText')}
              reason={{ label: t('desk.declineReason'), needed: true }}
              onConfirm={(reason) =>
                decide.mutateAsync({ params, body: { decision: 'decline', reason } }).then(done)
              }
            />
          )}
        </Group>
      }
    >
      <Anchor component={Link} to={`/fairs/${fairId}/booths/${id}`} fw={600}>
        {company.name}
      </Anchor>
      <Text size="sm" c="dimmed">
        {[content.headline, nameOf(body)].join(' / ')}
      </Text>
      <Text size="sm">
        {booths.length > 0
          ? t('exhibitors.booth', { no: joinWords(booths) })
          : t('desk.wants', { n: content.booths })}
      </Text>
    </RecordRow>
  );
}

function Booths({ fair, exhibitors }: { fair: Fair; exhibitors: Exhibitor[] }) {
  const { t } = useTranslation('fairs');
  const fill = useCommand(fairExhibitorsApi.fill);
  const [picked, setPicked] = useState<string | null>(null);
  return (
    <Panel
      title={t('desk.assign')}
      lead={fair.can.edit && t('desk.assignHint')}
      action={
        fair.can.edit && (
          <ConfirmButton
            size="xs"
            label={t('desk.fill')}
            title={t('desk.fillTitle')}
            text={t('desk.fillText')}
            onConfirm={() =>
              fill
                .mutateAsync({ params: { id: fair.id } })
                .then(({ assigned, left }) =>
                  tell(t(left > 0 ? 'desk.filledLeft' : 'desk.filled', { n: assigned, left })),
                )
            }
          />
        )
      }
    >
      <Stack gap="lg">
        {fair.content.halls.map((hall) => (
          <HallPlan key={hall.key} fair={fair} hall={hall} {...(fair.can.edit && { onPick: setPicked })} />
        ))}
      </Stack>
      <Modal
        opened={picked !== null}
        onClose={() => setPicked(null)}
        title={t('desk.pickTitle', { no: picked ?? '' })}
        centered
      >
        {picked && (
          <Pick key={picked} fair={fair} no={picked} exhibitors={exhibitors} close={() => setPicked(null)} />
        )}
      </Modal>
    </Panel>
  );
}

function Pick({
  fair,
  no,
  exhibitors,
  close,
}: {
  fair: Fair;
  no: string;
  exhibitors: Exhibitor[];
  close: () => void;
}) {
  const { t } = useTranslation('fairs');
  const assign = useCommand(fairExhibitorsApi.assign);
  const now = fair.booths.find((booth) => booth.no === no)?.exhibitorId ?? '';
  const [chosen, setChosen] = useState(now);
  const put = (exhibitorId: string | null) =>
    assign.mutateAsync({ params: { id: fair.id, no }, body: { exhibitorId } });
  async function save() {
    // A booth that changes hands is freed first, so that nobody takes another's by mistake.
    if (now !== '' && chosen !== '' && chosen !== now) await put(null);
    await put(chosen || null);
    tell(t('desk.assigned'));
    close();
  }
  return (
    <Stack>
      <Select
        label={t('desk.pickField')}
        data={[
          { value: '', label: t('desk.pickNone') },
          ...exhibitors.map(({ id, company, booths, content }) => ({
            value: id,
            label: `${company.name}（${booths.length}/${content.booths}）`,
          })),
        ]}
        searchable
        allowDeselect={false}
        {...listbox}
        data-autofocus
        value={chosen}
        onChange={(value) => setChosen(value ?? '')}
        error={assign.error?.message}
      />
      <Group justify="flex-end">
        <Button loading={assign.isPending} onClick={() => void save().catch(() => undefined)}>
          {t('desk.pickSave')}
        </Button>
      </Group>
    </Stack>
  );
}
