import { Anchor, Box, Stack, Text, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { useForm } from '../../forms/use-form';
import { shownLanguage } from '../../i18n';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { MailSent } from './mail-sent';

export default function SignUpScreen() {
  const { t } = useTranslation('accounts');
  const signUp = useCommand(identityApi.signUp, { quiet: true });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({
    schema: identityApi.signUp.body,
    initial: { email: '' },
    save: async (body) => {
      await signUp.mutateAsync({ body: { ...body, language: shownLanguage() } });
      setSentTo(body.email);
    },
  });
  if (sentTo) return <MailSent to={sentTo} purpose="signUp" again={() => setSentTo(null)} />;
  return (
    <Box maw="36rem" mx="auto">
      <PageHeader title={t('signUp.title')} lead={t('signUp.lead')} />
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
          <FormButtons form={form} label={t('signUp.send')} />
        </Form>
      </Panel>
      <Stack gap={4} mt="md">
        <Text size="sm" c="dimmed">
          {t('signUp.colleagues')}
        </Text>
        <Text size="sm">
          {t('signUp.have')}{' '}
          <Anchor component={Link} to="/sign-in" inherit underline="always">
            {t('signIn.title')}
          </Anchor>
        </Text>
      </Stack>
    </Box>
  );
}
