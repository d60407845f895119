import { Button, Menu, Modal, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { messagesApi } from '#contracts/messages.js';
import type { Message, Room } from '#contracts/negotiations.js';
import { useCommand } from '../../api/use-endpoint';
import { tell, tellProblem } from '../../forms/tell';
import { MarkDecision } from './record/mark-decision';
import type { Said } from './said';
import { useTakeMessage } from './take-message';
import classes from './talk.module.css';

interface MessageActionsProps {
  room: Room;
  message: Message;
  said: Said;
  own: boolean;
  reply: () => void;
  edit: () => void;
}

/** Reply, and for own messages within their time: edit and withdraw. The menu is made when it is opened. */
export function MessageActions({ room, message, said, own, reply, edit }: MessageActionsProps) {
  const { t } = useTranslation('talk');
  const [opened, setOpened] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  if (!room.can.write || said.withdrawnAt) return null;
  const name = message.sender?.name ?? '';
  const button = (
    <button
      type="button"
      className={classes.actions}
      aria-label={own ? t('actions.own') : t('actions.label', { name })}
      aria-haspopup="menu"
      aria-expanded={opened}
      onClick={() => setOpened(!opened)}
    >
      ⋯
    </button>
  );
  return (
    <>
      {opened ? (
        <Menu opened onChange={setOpened} position="bottom-end">
          <Menu.Target>{button}</Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={reply}>{t('actions.reply')}</Menu.Item>
            <MarkDecision message={message} decided={said.decided === true} />
            {own && isInTime(message, room) && (
              <>
                {message.kind === 'text' && <Menu.Item onClick={edit}>{t('actions.edit')}</Menu.Item>}
                <Menu.Item color="red" onClick={() => setWithdrawing(true)}>
                  {t('actions.withdraw')}
                </Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : (
        button
      )}
      {withdrawing && <Withdraw message={message} close={() => setWithdrawing(false)} />}
    </>
  );
}

/** By this device's clock; where that is wrong, the server says so. */
const isInTime = (message: Message, room: Room): boolean =>
  Date.now() - Date.parse(message.createdAt) < room.editMinutes * 60_000;

function Withdraw({ message, close }: { message: Message; close: () => void }) {
  const { t } = useTranslation(['talk', 'common']);
  const withdraw = useCommand(messagesApi.withdraw);
  const take = useTakeMessage();
  // The same withdrawal, however often it is tried.
  const [clientId] = useState(() => crypto.randomUUID());
  const confirm = () =>
    withdraw.mutate(
      { params: { id: message.roomId, seq: message.seq }, body: { clientId } },
      {
        onSuccess: (entry) => {
          take(entry);
          tell(t('withdraw.done'));
          close();
        },
        onError: (error) => {
          tellProblem(error);
          close();
        },
      },
    );
  return (
    <Modal opened onClose={close} title={t('withdraw.title')}>
      <Text mb="md">{t('withdraw.text')}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          {t('common:cancel')}
        </Button>
        <Button color="red" loading={withdraw.isPending} onClick={confirm}>
          {t('withdraw.confirm')}
        </Button>
      </Group>
    </Modal>
  );
}
