import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { minutesApi } from '#contracts/minutes.js';
import type { Message } from '#contracts/negotiations.js';
import { useCommand } from '../../../api/use-endpoint';
import { tell, tellProblem } from '../../../forms/tell';
import { useTakeMessage } from '../take-message';

/** Marks a message as decided, for the minutes, or takes the mark off. */
export function MarkDecision({ message, decided }: { message: Message; decided: boolean }) {
  const { t } = useTranslation('talk');
  const mark = useCommand(minutesApi.markDecision, { quiet: true });
  const take = useTakeMessage();
  const send = () =>
    mark.mutate(
      {
        params: { id: message.roomId, seq: message.seq },
        body: { clientId: crypto.randomUUID(), decided: !decided },
      },
      {
        onSuccess: (entry) => {
          take(entry);
          tell(t(decided ? 'actions.undecided' : 'actions.decided'));
        },
        onError: tellProblem,
      },
    );
  return <Menu.Item onClick={send}>{t(decided ? 'actions.undecide' : 'actions.decide')}</Menu.Item>;
}
