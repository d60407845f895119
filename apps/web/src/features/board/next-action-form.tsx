import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { introductionsApi, type Introduction, type IntroductionCard } from '#contracts/introductions.js';
import { ApiError } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { tell } from '../../forms/tell';
import { Loaded } from '../../parts/loaded';

/** Changes the next action of a case without leaving the board. */
export function NextActionButton({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={open}>
        {t('editNextAction')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('editNextAction')}>
        {opened && <Editing id={card.id} done={close} />}
      </Modal>
    </>
  );
}

function Editing({ id, done }: { id: string; done: () => void }) {
  const query = useEndpoint(introductionsApi.get, { params: { id } });
  return (
    <Loaded query={query}>
      {(introduction) => <NextActionForm introduction={introduction} done={done} />}
    </Loaded>
  );
}

function NextActionForm({ introduction, done }: { introduction: Introduction; done: () => void }) {
  const { t } = useTranslation(['board', 'common']);
  const colleagues = useEndpoint(introductionsApi.coordinators, {});
  const save = useCommand(introductionsApi.followUp);
  const [nextAction, setNextAction] = useState(introduction.nextAction);
  const [nextActionOn, setNextActionOn] = useState(introduction.nextActionOn);
  const [coordinatorId, setCoordinatorId] = useState(introduction.coordinator?.id ?? '');
  // The version that the typing began with: somebody else's change meanwhile is refused, not overwritten.
  const [version] = useState(introduction.version);
  const submit = async () => {
    const body = { nextAction, nextActionOn, coordinatorId: coordinatorId || null };
    await save.mutateAsync({ params: { id: introduction.id }, body, version });
    tell(t('saved'));
    done();
  };
  const error = save.error instanceof ApiError ? save.error.message : undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit().catch(() => undefined);
      }}
    >
      <Stack gap="md">
        <TextInput
          label={t('nextAction')}
          value={nextAction}
          maxLength={500}
          data-autofocus
          error={error}
          onChange={(event) => setNextAction(event.currentTarget.value)}
        />
        <DayInput label={t('nextActionOn')} value={nextActionOn} onChange={setNextActionOn} />
        <NativeSelect
          label={t('coordinator')}
          value={coordinatorId}
          onChange={(event) => setCoordinatorId(event.currentTarget.value)}
          data={[
            { value: '', label: t('nobody') },
            ...(colleagues.data?.items ?? []).map((c) => ({ value: c.id, label: c.name })),
          ]}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={done}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('common:save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
