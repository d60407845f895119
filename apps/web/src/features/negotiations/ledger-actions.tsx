import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import { priceAnswer, priceDecision, priceLedgerApi, type PriceRound } from '#contracts/price-ledger.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ConfirmButton } from '../../parts/confirm-button';
import { DecimalField } from './decimal-field';
import { noAnswerYet } from './ledger-draft';

interface Props {
  room: Room;
  round: PriceRound;
}

const paramsOf = ({ room, round }: Props) => ({ id: room.id, roundId: round.id });

/** What the viewer may do with a round, as the server says. */
export function LedgerActions({ room, round }: Props) {
  const { can } = round;
  if (!can.answer && !can.sign && !can.withdraw) return null;
  return (
    <Group gap="sm">
      {can.answer && <Answer room={room} round={round} />}
      {can.sign && <Sign room={room} round={round} />}
      {can.withdraw && <Withdraw room={room} round={round} />}
    </Group>
  );
}

function Answer({ room, round }: Props) {
  const { t } = useTranslation('ledger');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>{t('answerForm.open')}</Button>
      <Modal opened={opened} onClose={close} title={t('answerForm.title', { no: round.no })}>
        <AnswerForm room={room} round={round} onAnswered={close} />
      </Modal>
    </>
  );
}

function AnswerForm({ room, round, onAnswered }: Props & { onAnswered: () => void }) {
  const { t } = useTranslation('ledger');
  const answer = useCommand(priceLedgerApi.answer);
  const form = useForm({
    schema: priceAnswer,
    initial: noAnswerYet,
    draft: `price-answer.${round.id}`,
    save: (body) => answer.mutateAsync({ params: paramsOf({ room, round }), body }),
    saved: () => {
      tell(t('answerForm.sent'));
      onAnswered();
    },
  });
  return (
    <Form form={form} leaveFreely>
      <Radio.Group label={t('answerForm.decision')} required {...form.input('decision')}>
        <Stack gap="xs" mt={4}>
          {priceDecision.options.map((value) => (
            <Radio key={value} value={value} label={t(`decision.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {form.value.decision === 'other-price' && (
        <DecimalField
          label={t('answerForm.price')}
          required
          value={form.value.price ?? ''}
          error={form.errors['price']}
          onChange={(price) => form.set('price', price)}
        />
      )}
      <Textarea
        label={t('answerForm.reasons')}
        description={
          form.value.decision === 'other-price' || form.value.decision === 'refused'
            ? t('answerForm.reasonsHint')
            : undefined
        }
        autosize
        minRows={3}
        maxRows={10}
        {...form.text('reasons')}
      />
      <FormButtons form={form} label={t('answerForm.send')} />
    </Form>
  );
}

function Sign({ room, round }: Props) {
  const { t } = useTranslation('ledger');
  const sign = useCommand(priceLedgerApi.sign);
  return (
    <ConfirmButton
      variant="filled"
      label={t('sign.label')}
      title={t('sign.title', { no: round.no })}
      text={t('sign.text')}
      onConfirm={async () => {
        await sign.mutateAsync({ params: paramsOf({ room, round }), body: { sha256: round.sha256 } });
        tell(t('sign.done'));
      }}
    />
  );
}

function Withdraw({ room, round }: Props) {
  const { t } = useTranslation('ledger');
  const withdraw = useCommand(priceLedgerApi.withdraw);
  return (
    <ConfirmButton
      danger
      label={t('withdraw.label')}
      title={t('withdraw.title', { no: round.no })}
      text={t('withdraw.text')}
      reason={{ label: t('withdraw.reason'), needed: true }}
      onConfirm={async (reason) => {
        await withdraw.mutateAsync({ params: paramsOf({ room, round }), body: { reason } });
        tell(t('withdraw.done'));
      }}
    />
  );
}
