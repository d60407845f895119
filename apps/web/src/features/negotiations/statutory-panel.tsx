import { Anchor, Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import {
  statutoryApi,
  workKind,
  type RoomStatutory,
  type Verdict,
  type WorkKind,
} from '#contracts/statutory.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { shownLanguage } from '../../i18n';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { joinWords } from '../../parts/words';
import { StatutoryFactsForm } from './statutory-facts-form';
import { StatutoryFlags } from './statutory-flags';

/** Whether the acts apply between the two companies, what is missing to tell, and what to look at. */
export function StatutoryPanel({ room }: { room: Room }) {
  const { t } = useTranslation('statutory');
  const query = useEndpoint(statutoryApi.room, { params: { id: room.id } });
  return (
    <Panel title={t('title')} lead={t('lead')}>
      <Loaded query={query} lines={3}>
        {(seen) => (
          <Stack gap="md">
            <KindOfWork room={room} seen={seen} />
            {seen.verdicts.map((verdict) => (
              <VerdictWords key={verdict.act} verdict={verdict} seen={seen} />
            ))}
            <Missing room={room} seen={seen} />
            {seen.flags.length > 0 ? (
              <Stack gap="xs">
                <Text size="sm" fw={600}>
                  {t('flags.title', { count: seen.flags.length })}
                </Text>
                {seen.offerNo !== null && (
                  <Text size="sm" c="gray.7">
                    {t('flags.of', { no: seen.offerNo })}
                  </Text>
                )}
                <StatutoryFlags flags={seen.flags} />
              </Stack>
            ) : (
              seen.offerNo !== null && <Text size="sm">{t('flags.none')}</Text>
            )}
            <Text size="xs" c="gray.7">
              {t('noAdvice')}{' '}
              <Anchor component={Link} to="/statutory-rules" inherit underline="always">
                {t('rulesLink')}
              </Anchor>
            </Text>
          </Stack>
        )}
      </Loaded>
    </Panel>
  );
}

interface Seen {
  room: Room;
  seen: RoomStatutory;
}

function KindOfWork({ room, seen }: Seen) {
  const { t } = useTranslation('statutory');
  const setWork = useCommand(statutoryApi.setWork);
  const isFixed = !room.can.write || seen.viewer === null;
  if (isFixed)
    return (
      <Text size="sm">
        {t('work.label')} {seen.work ? t(`work.kinds.${seen.work}`) : '—'}
      </Text>
    );
  return (
    <Select
      label={t('work.label')}
      placeholder={t('work.none')}
      data={workKind.options.map((value) => ({ value, label: t(`work.kinds.${value}`) }))}
      value={seen.work}
      allowDeselect={false}
      disabled={setWork.isPending}
      error={setWork.error?.message}
      onChange={(work) =>
        setWork.mutate(
          { params: { id: room.id }, version: seen.workVersion, body: { work: work as WorkKind } },
          { onSuccess: () => tell(t('work.saved')) },
        )
      }
    />
  );
}

function VerdictWords({ verdict, seen }: { verdict: Verdict; seen: RoomStatutory }) {
  const { t } = useTranslation('statutory');
  const act = t(`act.${verdict.act}`);
  const isWritten = verdict.answer === 'applies' && verdict.full === false;
  const names = { orderer: seen.orderer.name, supplier: seen.supplier.name };
  return (
    <div>
      <Text size="sm" fw={600}>
        {t(isWritten ? 'answer.appliesWritten' : `answer.${verdict.answer}`, { act })}
      </Text>
      {verdict.source && (
        <Text size="xs" c="gray.7">
          {t('by', { source: verdict.source[shownLanguage()] })}
        </Text>
      )}
      {verdict.missing.length > 0 && (
        <Text size="sm">
          {t('missingTitle', { what: joinWords(verdict.missing.map((what) => t(`missing.${what}`, names))) })}
        </Text>
      )}
    </div>
  );
}

/** Where facts are missing: one's own to be stated, the other side's to be asked for. */
function Missing({ room, seen }: Seen) {
  const { t } = useTranslation('statutory');
  const [opened, { open, close }] = useDisclosure(false);
  const ask = useCommand(statutoryApi.ask);
  if (seen.viewer === null || !room.can.write) return null;
  const own = seen.viewer === 'owner' ? 'orderer' : 'supplier';
  const missing = seen.verdicts.flatMap((verdict) => verdict.missing);
  const asksOther = missing.some((what) => what !== 'work' && !what.startsWith(own));
  return (
    <Group gap="sm">
      <Button size="compact-sm" variant="default" onClick={open}>
        {t('facts.edit')}
      </Button>
      {asksOther && !seen.asked && (
        <Button
          size="compact-sm"
          variant="default"
          loading={ask.isPending}
          onClick={() => ask.mutate({ params: { id: room.id } }, { onSuccess: () => tell(t('facts.asked')) })}
        >
          {t('facts.ask')}
        </Button>
      )}
      {asksOther && seen.asked && (
        <Text size="sm" c="gray.7">
          {t('facts.askedToday')}
        </Text>
      )}
      <Modal opened={opened} onClose={close} title={t('facts.title')}>
        <StatutoryFactsForm facts={seen[own]} onSaved={close} />
      </Modal>
    </Group>
  );
}
