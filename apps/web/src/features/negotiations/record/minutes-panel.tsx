import { Anchor, Badge, Button, Group, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { minutesApi, type Minutes } from '#contracts/minutes.js';
import type { Room } from '#contracts/negotiations.js';
import { urlOf } from '../../../api/client';
import { useCommand, useEndpoint } from '../../../api/use-endpoint';
import { tell, tellProblem } from '../../../forms/tell';
import { ConfirmButton } from '../../../parts/confirm-button';
import { Facts } from '../../../parts/facts';
import { Day, formatDateTime } from '../../../parts/format';
import { Loaded } from '../../../parts/loaded';
import { Panel } from '../../../parts/panel';
import { StateBadge } from '../../../parts/state-badge';
import { MinutesForm } from './minutes-form';

/** 議事録: the draft on which both sides work, and what they have confirmed. */
export function MinutesPanel({ room }: { room: Room }) {
  const { t } = useTranslation('proof');
  const query = useEndpoint(minutesApi.list, { params: { id: room.id } });
  return (
    <Panel
      title={t('minutes.title')}
      lead={t('minutes.lead')}
      action={query.data?.can.draft && <DraftButton room={room} label={t('minutes.draft')} amends={null} />}
    >
      <Loaded query={query} lines={4}>
        {({ items }) => (
          <Stack gap="lg">
            {items.length === 0 && <Text size="sm">{t('minutes.none')}</Text>}
            {items.map((minutes) => (
              <MinutesSheet key={minutes.id} room={room} minutes={minutes} />
            ))}
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

function DraftButton({ room, label, amends }: { room: Room; label: string; amends: string | null }) {
  const { t } = useTranslation('proof');
  const draft = useCommand(minutesApi.draft);
  const start = () =>
    draft.mutate(
      { params: { id: room.id }, body: { amends } },
      { onSuccess: () => tell(t('minutes.drafted')), onError: tellProblem },
    );
  return (
    <Button variant="default" size="sm" loading={draft.isPending} onClick={start}>
      {label}
    </Button>
  );
}

interface SheetProps {
  room: Room;
  minutes: Minutes;
}

function MinutesSheet({ room, minutes }: SheetProps) {
  const { t } = useTranslation('proof');
  const [editing, setEditing] = useState(false);
  const { no, state, amendsNo, amendedByNos } = minutes;
  return (
    <section aria-label={t('minutes.no', { no })}>
      <Group gap="xs" mb="xs">
        <Text fw={650}>
          {t('minutes.no', { no })} {minutes.content.title}
        </Text>
        <StateBadge kind="minutes" state={state === 'confirmed' ? 'confirmed' : 'draft'} />
        {amendsNo !== null && (
          <Badge variant="light" color="gray" tt="none">
            {t('minutes.amends', { no: amendsNo })}
          </Badge>
        )}
        {amendedByNos.length > 0 && (
          <Badge variant="light" color="yellow" tt="none">
            {t('minutes.amended', { no: amendedByNos.join(', ') })}
          </Badge>
        )}
      </Group>
      {editing ? (
        <MinutesForm {...{ room, minutes }} close={() => setEditing(false)} />
      ) : (
        <Stack gap="sm">
          <Content {...{ room, minutes }} />
          <Actions {...{ room, minutes }} edit={() => setEditing(true)} />
        </Stack>
      )}
    </section>
  );
}

function Content({ room, minutes: { content, confirmed } }: SheetProps) {
  const { t } = useTranslation('proof');
  const confirmation = (act: Minutes['written'] | null) =>
    act ? t('minutes.by', { by: act.by, at: formatDateTime(act.at) }) : t('minutes.unconfirmed');
  return (
    <>
      <Facts
        facts={[
          { label: t('minutes.heldOn'), value: <Day on={content.heldOn} /> },
          { label: t('minutes.place'), value: content.place },
          { label: t('minutes.attendees'), value: <Lines text={content.attendees} /> },
        ]}
      />
      <div>
        <Text fw={600} size="sm">
          {t('minutes.decisions')}
        </Text>
        {content.decisions.length === 0 ? (
          <Text size="sm">{t('minutes.noDecisions')}</Text>
        ) : (
          <List type="ordered" size="sm">
            {content.decisions.map(({ text, seq }, i) => (
              <List.Item key={i}>
                <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>
                {seq !== null && seq >= room.viewer.joinedSeq && (
                  <>
                    {' '}
                    <Anchor component={Link} to={`/rooms/${room.id}?at=${seq}`} size="sm" underline="always">
                      {t('minutes.source', { seq })}
                    </Anchor>
                  </>
                )}
              </List.Item>
            ))}
          </List>
        )}
      </div>
      <Facts
        facts={[
          { label: t('minutes.notes'), value: content.notes && <Lines text={content.notes} /> },
          { label: room.owner.name, value: confirmation(confirmed.owner) },
          { label: room.candidate.name, value: confirmation(confirmed.candidate) },
        ]}
      />
    </>
  );
}

const Lines = ({ text }: { text: string }) => <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>;

function Actions({ room, minutes, edit }: SheetProps & { edit: () => void }) {
  const { t } = useTranslation('proof');
  const confirm = useCommand(minutesApi.confirm);
  const drop = useCommand(minutesApi.drop);
  const params = { id: room.id, minutesId: minutes.id };
  const { can, version } = minutes;
  return (
    <Group gap="xs">
      {can.confirm && (
        <ConfirmButton
          variant="filled"
          size="sm"
          label={t('minutes.confirm')}
          title={t('minutes.confirmTitle')}
          text={t('minutes.confirmText')}
          onConfirm={async () => {
            await confirm.mutateAsync({ params, version });
            tell(t('minutes.confirmedNow'));
          }}
        />
      )}
      {can.edit && (
        <Button variant="default" size="sm" onClick={edit}>
          {t('minutes.edit')}
        </Button>
      )}
      {can.amend && <DraftButton room={room} label={t('minutes.amend')} amends={minutes.id} />}
      <Button component="a" href={urlOf(minutesApi.pdf, { params })} download variant="default" size="sm">
        {t('minutes.pdf')}
      </Button>
      {can.drop && (
        <ConfirmButton
          danger
          size="sm"
          label={t('minutes.drop')}
          title={t('minutes.dropTitle')}
          text={t('minutes.dropText')}
          onConfirm={async () => {
            await drop.mutateAsync({ params });
            tell(t('minutes.dropped'));
          }}
        />
      )}
    </Group>
  );
}
