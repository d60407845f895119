import { Button, Code, Group, Image, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import type { OutputOf } from '#contracts/endpoint.js';
import { useMe, useTakeSession } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell, tellProblem } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Panel } from '../../parts/panel';
import { PasswordField } from './password-field';

type Secret = OutputOf<typeof identityApi.startTwoFactor>;

/** Turns two-factor sign-in on (secret, QR code, a first code to confirm) or off (with the password). */
export function TwoFactorPanel() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const take = useTakeSession();
  const start = useCommand(identityApi.startTwoFactor, { quiet: true });
  const [secret, setSecret] = useState<Secret | null>(null);

  function turned(on: boolean) {
    setSecret(null);
    take({ ...me, twoFactor: on });
    tell(t(on ? 'twoFactor.turnedOn' : 'twoFactor.turnedOff'));
  }

  return (
    <Panel title={t('twoFactor.title')} lead={t('twoFactor.lead')}>
      {me.twoFactor ? (
        <TurnOff done={() => turned(false)} />
      ) : secret ? (
        <Confirm secret={secret} done={() => turned(true)} cancel={() => setSecret(null)} />
      ) : (
        <Group justify="space-between">
          <Text>{t('twoFactor.off')}</Text>
          <Button
            variant="default"
            loading={start.isPending}
            onClick={() => start.mutate({}, { onSuccess: setSecret, onError: tellProblem })}
          >
            {t('twoFactor.start')}
          </Button>
        </Group>
      )}
    </Panel>
  );
}

function Confirm({ secret, done, cancel }: { secret: Secret; done: () => void; cancel: () => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const confirm = useCommand(identityApi.confirmTwoFactor, { quiet: true });
  const form = useForm({
    schema: identityApi.confirmTwoFactor.body,
    initial: { code: '' },
    save: (body) => confirm.mutateAsync({ body }),
    saved: done,
  });
  return (
    <Form form={form} leaveFreely>
      <List type="ordered" spacing="sm">
        <List.Item>{t('twoFactor.app')}</List.Item>
        <List.Item>
          {t('twoFactor.scan')}
          <Image
            src={`data:image/svg+xml;utf8,${encodeURIComponent(secret.qrSvg)}`}
            alt={t('twoFactor.qr')}
            w={200}
            h={200}
            my="sm"
          />
          <Text size="sm" c="dimmed">
            {t('twoFactor.byHand')} <Code>{secret.secret.replace(/(.{4})(?=.)/g, '$1 ')}</Code>
          </Text>
        </List.Item>
        <List.Item>{t('twoFactor.enter')}</List.Item>
      </List>
      <TextInput
        label={t('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={8}
        required
        maw="14rem"
        {...form.text('code')}
      />
      <FormButtons form={form} label={t('twoFactor.turnOn')}>
        <Button variant="default" onClick={cancel}>
          {t('common:cancel')}
        </Button>
      </FormButtons>
    </Form>
  );
}

function TurnOff({ done }: { done: () => void }) {
  const { t } = useTranslation('accounts');
  const stop = useCommand(identityApi.stopTwoFactor, { quiet: true });
  const form = useForm({
    schema: identityApi.stopTwoFactor.body,
    initial: { password: '' },
    save: (body) => stop.mutateAsync({ body }),
    saved: done,
  });
  return (
    <Form form={form} leaveFreely>
      <Stack gap="xs">
        <Text fw={600}>{t('twoFactor.on')}</Text>
        <PasswordField
          label={t('password.present')}
          description={t('twoFactor.offHint')}
          {...form.text('password')}
        />
      </Stack>
      <FormButtons form={form} label={t('twoFactor.turnOff')} />
    </Form>
  );
}
