import { Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { email, type Member } from '#contracts/identity.js';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Panel } from '../../parts/panel';

type Role = Member['role'];

interface InviteFormProps<R extends Role> {
  /** What the invited person may become, the usual one first. */
  roles: readonly [R, ...R[]];
  lead: string;
  invite: (input: { email: string; role: R }) => Promise<unknown>;
}

/** Invites somebody by e-mail, with what they will be. */
export function InviteForm<R extends Role>({ roles, lead, invite }: InviteFormProps<R>) {
  const { t } = useTranslation(['accounts', 'common']);
  const empty = { email: '', role: roles[0] as string };
  const form = useForm({
    schema: z.object({ email, role: z.string() }),
    initial: empty,
    save: async (body) => {
      await invite({ email: body.email, role: body.role as R });
      return body.email;
    },
    saved: (to) => {
      form.replace(empty);
      tell(t('members.inviteSent', { email: to }));
    },
  });
  return (
    <Panel title={t('members.invite')} lead={lead}>
      <Form form={form} leaveFreely>
        <TextInput
          label={t('email')}
          type="email"
          inputMode="email"
          autoComplete="off"
          required
          {...form.text('email')}
        />
        <Radio.Group label={t('members.role')} {...form.input('role')}>
          <Stack gap="xs" mt={6}>
            {roles.map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`common:role.${role}`)}
                description={t(`members.roleHint.${role as 'coordinator'}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <FormButtons form={form} label={t('members.sendInvite')} />
      </Form>
    </Panel>
  );
}
