import { Alert, Box, Button, TextInput } from '@mantine/core';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { identityApi, type LinkInfo } from '#contracts/identity.js';
import { ApiError } from '../../api/client';
import { useTakeSession } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { useForm } from '../../forms/use-form';
import { shownLanguage } from '../../i18n';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { NewPasswordField, PasswordField } from './password-field';

/** Where the link of a mail leads: completes a sign-up or accepts an invitation. */
export default function LinkScreen() {
  const { t } = useTranslation('accounts');
  const { token = '' } = useSearch({ from: '/link' });
  const query = useEndpoint(identityApi.readLink, { query: { token } });
  const { error } = query;
  return (
    <Box maw="36rem" mx="auto">
      {error instanceof ApiError && error.status === 400 ? (
        <>
          <PageHeader title={t('link.invalid')} />
          <Alert color="yellow" mb="md">
            {error.message}
          </Alert>
          <Button component={Link} to="/sign-up" variant="default">
            {t('signUp.title')}
          </Button>
        </>
      ) : (
        <Loaded query={query}>
          {(link) =>
            link.kind === 'reset' ? (
              <Navigate to="/reset" search={{ token }} replace />
            ) : (
              <Completion token={token} link={link} />
            )
          }
        </Loaded>
      )}
    </Box>
  );
}

/** Who has an account already keeps its name and password; its password shows that the account is theirs. */
function Completion({ token, link }: { token: string; link: LinkInfo }) {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const take = useTakeSession();
  const complete = useCommand(identityApi.completeSignUp, { quiet: true });
  const known = link.hasAccount && link.kind !== 'sign-up';
  const form = useForm({
    schema: identityApi.completeSignUp.body,
    initial: { token, name: known ? link.email.slice(0, 100) : '', password: '' },
    save: (body) => complete.mutateAsync({ body: { ...body, language: shownLanguage() } }),
    saved: (me) => {
      take(me);
      void navigate({ to: me.role === 'newcomer' ? '/register-company' : '/' });
    },
  });
  const organisation = link.organisation ?? '';
  return (
    <>
      <PageHeader
        title={link.kind === 'sign-up' ? t('link.signUp') : t('link.invitation', { organisation })}
        lead={link.kind === 'sign-up' ? t('link.signUpLead') : t('link.invitationLead', { organisation })}
      />
      <Panel>
        <Form form={form} leaveFreely>
          <TextInput
            label={t('email')}
            value={link.email}
            readOnly
            autoComplete="username"
            variant="filled"
          />
          {known ? (
            <PasswordField
              label={t('password.present')}
              description={t('link.hasAccount')}
              {...form.text('password')}
            />
          ) : (
            <>
              <TextInput
                label={t('name')}
                description={t('nameHint')}
                autoComplete="name"
                required
                {...form.text('name')}
              />
              <NewPasswordField {...form.text('password')} />
            </>
          )}
          <FormButtons form={form} label={link.kind === 'sign-up' ? t('link.start') : t('link.join')} />
        </Form>
      </Panel>
    </>
  );
}
