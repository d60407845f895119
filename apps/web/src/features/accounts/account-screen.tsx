import { Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { identityApi, mailSetting } from '#contracts/identity.js';
import { roleHolds } from '#contracts/permissions.js';
import { useMe, useTakeSession } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { showLanguage } from '../../i18n';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { WillingnessPanel } from '../disputes/willingness-panel';
import { NewPasswordField, PasswordField } from './password-field';
import { SessionsPanel } from './sessions-panel';
import { TwoFactorPanel } from './two-factor-panel';

export default function AccountScreen() {
  const { t } = useTranslation('accounts');
  const me = useMe();
  return (
    <>
      <PageHeader title={t('account.title')} lead={me.email} />
      <Stack maw="46rem" gap="lg">
        <PersonPanel />
        {roleHolds(me.role, 'dispute:serve') && me.company?.approved !== false && <WillingnessPanel />}
        <PasswordPanel />
        <TwoFactorPanel />
        <SessionsPanel />
      </Stack>
    </>
  );
}

function PersonPanel() {
  const { t } = useTranslation(['accounts', 'common']);
  const me = useMe();
  const take = useTakeSession();
  const update = useCommand(identityApi.updateMe, { quiet: true });
  const form = useForm({
    schema: identityApi.updateMe.body,
    initial: { name: me.name, language: me.language, mail: me.mail },
    save: (body) => update.mutateAsync({ body }),
    saved: (changed) => {
      take(changed);
      void showLanguage(changed.language).then(() => tell(t('common:saved')));
    },
  });
  return (
    <Panel title={t('account.person')}>
      <Form form={form}>
        <TextInput label={t('name')} autoComplete="name" required {...form.text('name')} />
        <Radio.Group label={t('account.language')} {...form.input('language')}>
          <Stack gap="xs" mt={6}>
            <Radio value="ja" label="日本語" lang="ja" />
            <Radio value="en" label="English" lang="en" />
          </Stack>
        </Radio.Group>
        <Radio.Group label={t('account.mail')} description={t('account.mailHint')} {...form.input('mail')}>
          <Stack gap="xs" mt={6}>
            {mailSetting.options.map((setting) => (
              <Radio key={setting} value={setting} label={t(`account.mailSetting.${setting}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <FormButtons form={form} label={t('common:save')} />
      </Form>
    </Panel>
  );
}

function PasswordPanel() {
  const { t } = useTranslation('accounts');
  const change = useCommand(identityApi.changePassword);
  const form = useForm({
    schema: identityApi.changePassword.body,
    initial: { current: '', password: '' },
    save: (body) => change.mutateAsync({ body }),
    saved: () => {
      form.replace({ current: '', password: '' });
      tell(t('password.changed'));
    },
  });
  return (
    <Panel title={t('password.change')} lead={t('password.changeLead')}>
      <Form form={form} leaveFreely>
        <PasswordField label={t('password.present')} {...form.text('current')} />
        <NewPasswordField {...form.text('password')} />
        <FormButtons form={form} label={t('password.change')} />
      </Form>
    </Panel>
  );
}
