import { Box, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { useTakeSession } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { MailSent } from './mail-sent';
import { NewPasswordField } from './password-field';

/** Asks for a link; opened by that link, sets the new password. */
export default function ResetScreen() {
  const { token } = useSearch({ from: '/reset' });
  return (
    <Box maw="36rem" mx="auto">
      {token ? <NewPassword token={token} /> : <AskLink />}
    </Box>
  );
}

function AskLink() {
  const { t } = useTranslation('accounts');
  const ask = useCommand(identityApi.askReset, { quiet: true });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    schema: identityApi.askReset.body,
    initial: { email: '' },
    save: async (body) => {
      await ask.mutateAsync({ body });
      setSentTo(body.email);
    },
  });
  if (sentTo) return <MailSent to={sentTo} purpose="reset" again={() => setSentTo(null)} />;
  return (
    <>
      <PageHeader title={t('reset.title')} lead={t('reset.lead')} />
      <Panel>
        <Form form={form} leaveFreely>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="email"
            inputMode="email"
            required
            {...form.text('email')}
          />
          <FormButtons form={form} label={t('reset.send')} />
        </Form>
      </Panel>
    </>
  );
}

function NewPassword({ token }: { token: string }) {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const take = useTakeSession();
  const complete = useCommand(identityApi.completeReset, { quiet: true });
  const form = useForm({
    schema: identityApi.completeReset.body,
    initial: { token, password: '' },
    save: (body) => complete.mutateAsync({ body }),
    saved: () => {
      take(null);
      tell(t('reset.done'));
      void navigate({ to: '/sign-in' });
    },
  });
  return (
    <>
      <PageHeader title={t('reset.newTitle')} lead={t('reset.newLead')} />
      <Panel>
        <Form form={form} leaveFreely>
          <NewPasswordField {...form.text('password')} />
          <FormButtons form={form} label={t('reset.save')} />
        </Form>
      </Panel>
    </>
  );
}
