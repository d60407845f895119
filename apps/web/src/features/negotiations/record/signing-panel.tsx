import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '#contracts/offers.js';
import { signingApi, signingCode, type Signing } from '#contracts/signing.js';
import { z } from 'zod';
import { useCommand } from '../../../api/use-endpoint';
import { Form, FormButtons } from '../../../forms/form';
import { tell, tellProblem } from '../../../forms/tell';
import { useForm } from '../../../forms/use-form';
import { Facts } from '../../../parts/facts';
import { formatDateTime } from '../../../parts/format';
import { Panel } from '../../../parts/panel';
import { StateBadge } from '../../../parts/state-badge';

interface SigningProps {
  agreement: Agreement;
  signing: Signing;
}

/** Who has signed, the viewer's own signature, and what proves it. */
export function SigningPanel({ agreement, signing }: SigningProps) {
  const { t } = useTranslation('proof');
  return (
    <Panel
      title={t('signing.title')}
      lead={t('signing.lead')}
      action={<StateBadge kind="signing" state={signing.state} />}
    >
      <Stack gap="md">
        <SignatureFacts {...{ agreement, signing }} />
        <Next {...{ agreement, signing }} />
      </Stack>
    </Panel>
  );
}

/** One line per side: who signed when and how. */
export function SignatureFacts({ agreement, signing }: SigningProps) {
  const { t } = useTranslation('proof');
  return (
    <Facts
      facts={(['owner', 'candidate'] as const).map((side) => {
        const found = signing.signatures.find((one) => one.side === side);
        return {
          label: agreement[side].name,
          value: found ? (
            <>
              <div>{found.by}</div>
              <Text span size="sm" c="gray.7">
                {formatDateTime(found.at)} {t(`method.${found.method}`)}
              </Text>
            </>
          ) : (
            t('signing.unsigned')
          ),
        };
      })}
    />
  );
}

function Next({ agreement, signing }: SigningProps) {
  const { t } = useTranslation('proof');
  if (signing.can.sign) return <SignForm {...{ agreement, signing }} />;
  if (signing.state === 'in-force') return <Text fw={600}>{t('signing.inForce')}</Text>;
  return <Text size="sm">{t(signing.side === null ? 'signing.notSeated' : 'signing.waiting')}</Text>;
}

const body = z.object({ code: signingCode });

function SignForm({ agreement, signing }: SigningProps) {
  const { t } = useTranslation('proof');
  const sign = useCommand(signingApi.sign);
  const params = { id: agreement.id };
  const form = useForm({
    schema: body,
    initial: { code: '' },
    save: ({ code }) => sign.mutateAsync({ params, body: { code, sha256: agreement.sha256 } }),
    saved: () => tell(t('signing.done')),
  });
  return (
    <Form form={form} leaveFreely>
      <Text size="sm">{t(`signing.how.${signing.method}`)}</Text>
      {signing.method === 'mailed-code' && <SendCode agreementId={agreement.id} />}
      <TextInput
        label={t('signing.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        required
        maw="14rem"
        {...form.text('code')}
      />
      <Text size="sm">{t('signing.signText')}</Text>
      <FormButtons form={form} label={t('signing.sign')} />
    </Form>
  );
}

function SendCode({ agreementId }: { agreementId: string }) {
  const { t } = useTranslation('proof');
  const send = useCommand(signingApi.sendCode, { quiet: true });
  const [sent, setSent] = useState(false);
  const ask = () =>
    send.mutate(
      { params: { id: agreementId } },
      {
        onSuccess: () => {
          setSent(true);
          tell(t('signing.sent'));
        },
        onError: tellProblem,
      },
    );
  return (
    <Group>
      <Button variant="default" loading={send.isPending} onClick={ask}>
        {t(sent ? 'signing.sendAgain' : 'signing.send')}
      </Button>
      {sent && (
        <Text size="sm" role="status">
          {t('signing.sent')}
        </Text>
      )}
    </Group>
  );
}

/** Hash, head of the record and where both can be checked. */
export function ProofFacts({ signing }: { signing: Signing }) {
  const { t } = useTranslation('proof');
  const { head, sha256 } = signing;
  return (
    <Stack gap="xs">
      <Text size="sm">{t('signing.proofText')}</Text>
      <Facts
        facts={[
          { label: t('signing.sha256'), value: <Hash text={sha256} /> },
          {
            label: t('signing.head'),
            value: (
              <>
                <div>{t('signing.headOf', { position: head.position })}</div>
                <Hash text={head.link} />
              </>
            ),
          },
        ]}
      />
      <Anchor component={Link} to="/verify" size="sm" underline="always">
        {t('signing.toVerify')}
      </Anchor>
    </Stack>
  );
}

export const Hash = ({ text }: { text: string }) => (
  <Text span ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
    {text}
  </Text>
);
