import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { identityApi, supportBodyInput, type SupportBody } from '#contracts/identity.js';
import { useMe } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { shownLanguage } from '../../i18n';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';
import { InviteForm } from '../accounts/invite-form';
import { InvitationsPanel, MembersPanel } from '../accounts/members-panel';
import { BodyFields } from './body-fields';

export default function BodyScreen() {
  const { t } = useTranslation('administration');
  const { id } = useParams({ from: '/admin/body/$id' });
  const { role } = useMe();
  const query = useEndpoint(identityApi.getBody, { params: { id } });
  return (
    <Loaded query={query}>
      {(body) => (
        <>
          <PageHeader
            title={shownLanguage() === 'ja' ? body.name : body.nameEn}
            lead={t('body.lead')}
            back={role === 'administrator' ? { to: '/admin/bodies', label: t('bodies.title') } : undefined}
          />
          <Stack gap="lg" maw="56rem">
            <Settings body={body} key={body.id} />
            <Members id={id} />
          </Stack>
        </>
      )}
    </Loaded>
  );
}

const inputOf = ({ name, nameEn, prefecture, orderersMayPropose }: SupportBody) => ({
  name,
  nameEn,
  prefecture,
  orderersMayPropose,
});

function Settings({ body }: { body: SupportBody }) {
  const { t } = useTranslation(['administration', 'common']);
  const taxonomy = useTaxonomy();
  const update = useCommand(identityApi.updateBody);
  const form = useForm({
    schema: supportBodyInput,
    initial: inputOf(body),
    version: body.version,
    valueFrom: inputOf,
    draft: `body.${body.id}`,
    save: (input, version) => update.mutateAsync({ params: { id: body.id }, body: input, version }),
    saved: () => tell(t('common:saved')),
  });
  const labels = {
    name: t('body.name'),
    nameEn: t('body.nameEn'),
    prefecture: t('body.prefecture'),
    orderersMayPropose: t('body.mayPropose'),
  };
  return (
    <Panel title={t('body.settings')}>
      <Form
        form={form}
        show={{
          label: (key) => labels[key],
          value: (key, value) =>
            key === 'prefecture' ? taxonomy.name('prefectures', value as string | null) : undefined,
        }}
      >
        <BodyFields form={form} />
        <FormButtons form={form} label={t('common:save')} />
      </Form>
    </Panel>
  );
}

function Members({ id }: { id: string }) {
  const { t } = useTranslation('administration');
  const query = useEndpoint(identityApi.bodyMembers, { params: { id } });
  const invite = useCommand(identityApi.inviteToBody);
  const remove = useCommand(identityApi.removeFromBody);
  return (
    <Loaded query={query}>
      {({ members, invitations }) => (
        <>
          <MembersPanel
            members={members}
            remove={(userId) => remove.mutateAsync({ params: { id, userId } })}
          />
          <InvitationsPanel invitations={invitations} />
          <InviteForm
            roles={['coordinator', 'secretary']}
            lead={t('body.inviteLead')}
            invite={(body) => invite.mutateAsync({ params: { id }, body })}
          />
        </>
      )}
    </Loaded>
  );
}
