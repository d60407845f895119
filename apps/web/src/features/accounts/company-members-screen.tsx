import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { InviteForm } from './invite-form';
import { InvitationsPanel, MembersPanel } from './members-panel';

export default function CompanyMembersScreen() {
  const { t } = useTranslation('accounts');
  const { id } = useParams({ from: '/companies/$id/members' });
  const query = useEndpoint(identityApi.companyMembers, { params: { id } });
  const invite = useCommand(identityApi.inviteToCompany);
  const remove = useCommand(identityApi.removeFromCompany);
  return (
    <>
      <PageHeader
        title={t('members.companyTitle')}
        lead={t('members.companyLead')}
        back={{ to: `/companies/${id}`, label: t('members.toCompany') }}
      />
      <Loaded query={query}>
        {({ members, invitations, can }) => (
          <Stack gap="lg" maw="56rem">
            <MembersPanel
              members={members}
              remove={can.manage ? (userId) => remove.mutateAsync({ params: { id, userId } }) : undefined}
            />
            <InvitationsPanel invitations={invitations} />
            {can.manage && (
              <InviteForm
                roles={['company-member', 'company-owner']}
                lead={t('members.inviteLead')}
                invite={(body) => invite.mutateAsync({ params: { id }, body })}
              />
            )}
          </Stack>
        )}
      </Loaded>
    </>
  );
}
