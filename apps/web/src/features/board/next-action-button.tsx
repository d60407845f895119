import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { introductionsApi, type IntroductionCard } from '#contracts/introductions.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { FollowUpForm } from '../introductions/follow-up-panel';

/** Changes the next action of a case without leaving the board. */
export function NextActionButton({ card }: { card: IntroductionCard }) {
  const { t } = useTranslation('board');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={open}
        aria-label={t('editNextActionOf', { title: card.subject.title })}
      >
        {t('edit')}
      </Button>
      <Modal opened={opened} onClose={close} title={card.subject.title}>
        <Editing id={card.id} done={close} />
      </Modal>
    </>
  );
}

/** The case as it is now: the board's card may be older. */
function Editing({ id, done }: { id: string; done: () => void }) {
  const query = useEndpoint(introductionsApi.get, { params: { id } });
  return (
    <Loaded query={query} lines={3}>
      {(introduction) => <FollowUpForm introduction={introduction} done={done} />}
    </Loaded>
  );
}
