import { Button, SimpleGrid } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '#contracts/identity.js';
import { EmptyState } from '../../parts/empty-state';
import { PageHeader } from '../../parts/page-header';
import { AdministrationPanel } from './administration-panel';
import { CapacityPulse } from './capacity-pulse';
import { ComingAppointments } from './coming-appointments';
import { DueActions } from './due-actions';
import { FittingSubjects } from './fitting-subjects';
import { NotApproved } from './not-approved';
import { OwnOrders } from './own-orders';
import { PendingCompanies } from './pending-companies';
import { ToAnswer } from './to-answer';
import { UnreadRooms } from './unread-rooms';

/** What waits for this person, by their role. */
export function Home({ me }: { me: Me }) {
  const { t } = useTranslation(['home', 'common']);
  const affiliation = me.company?.name ?? me.body?.name ?? t(`common:role.${me.role}`);
  return (
    <>
      <PageHeader
        title={t('title', { name: me.name })}
        lead={affiliation}
        action={
          me.company?.approved &&
          me.company.isOrderer && (
            <Button component={Link} to="/orders/new">
              {t('newOrder')}
            </Button>
          )
        }
      />
      {me.role === 'newcomer' && <Newcomer />}
      {me.company && <CompanyHome company={me.company} />}
      {me.body && <BodyHome />}
      {me.role === 'administrator' && (
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <PendingCompanies />
          <AdministrationPanel />
        </SimpleGrid>
      )}
    </>
  );
}

function Newcomer() {
  const { t } = useTranslation('home');
  return (
    <EmptyState
      title={t('newcomer.title')}
      text={t('newcomer.text')}
      action={
        <Button component={Link} to="/register-company" mt="sm">
          {t('newcomer.action')}
        </Button>
      }
    />
  );
}

function CompanyHome({ company }: { company: NonNullable<Me['company']> }) {
  if (!company.approved) return <NotApproved companyId={company.id} />;
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <ToAnswer />
      <UnreadRooms />
      <ComingAppointments />
      {company.isSupplier && <FittingSubjects />}
      {company.isSupplier && <CapacityPulse companyId={company.id} />}
      {company.isOrderer && <OwnOrders />}
    </SimpleGrid>
  );
}

function BodyHome() {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <DueActions />
      <UnreadRooms />
      <ComingAppointments />
      <PendingCompanies />
    </SimpleGrid>
  );
}
