import { Anchor, Box, Button, Group, Text, TextInput } from '@mantine/core';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { ApiError } from '../../api/client';
import { useTakeSession } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { useForm } from '../../forms/use-form';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { PasswordField } from './password-field';

/** Only a path of this site: a link from elsewhere must not lead a fresh session away. */
const localPath = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');

export default function SignInScreen() {
  const { t } = useTranslation('accounts');
  const { next } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const take = useTakeSession();
  const signIn = useCommand(identityApi.signIn, { quiet: true });
  const [asksCode, setAsksCode] = useState(false);
  const form = useForm({
    schema: identityApi.signIn.body,
    initial: { email: '', password: '' },
    save: async (body) => {
      try {
        take(await signIn.mutateAsync({ body }));
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'auth/two-factor-needed') throw error;
        setAsksCode(true);
        return false;
      }
      return true;
    },
    saved: (signedIn) => {
      if (signedIn) router.history.push(localPath(next));
    },
  });
  return (
    <Box maw="30rem" mx="auto">
      <PageHeader title={t('signIn.title')} lead={next ? t('signIn.needed') : undefined} />
      <Panel>
        <Form form={form} leaveFreely>
          {asksCode ? (
            <>
              <Text size="sm">{t('signIn.codeLead')}</Text>
              <TextInput
                label={t('code')}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={8}
                required
                autoFocus
                {...form.text('code')}
              />
            </>
          ) : (
            <>
              <TextInput
                label={t('email')}
                type="email"
                autoComplete="username"
                inputMode="email"
                required
                {...form.text('email')}
              />
              <PasswordField label={t('password.label')} {...form.text('password')} />
            </>
          )}
          <FormButtons form={form} label={t('signIn.title')}>
            {asksCode && (
              <Button
                variant="default"
                onClick={() => {
                  setAsksCode(false);
                  form.replace({ email: form.value.email, password: '' });
                }}
              >
                {t('signIn.other')}
              </Button>
            )}
          </FormButtons>
        </Form>
      </Panel>
      <Group mt="md" gap="lg">
        <Anchor component={Link} to="/reset" size="sm" underline="always">
          {t('reset.link')}
        </Anchor>
        <Anchor component={Link} to="/sign-up" size="sm" underline="always">
          {t('signUp.title')}
        </Anchor>
      </Group>
    </Box>
  );
}
