import { Button, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companiesApi, type Company } from '#contracts/companies.js';
import { urlOf } from '../../api/client';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';

/** What the viewer may do with the company; approving is the primary action while it waits. */
export function CompanyActions({ company }: { company: Company }) {
  const { t } = useTranslation(['companies', 'common']);
  const verify = useCommand(companiesApi.verify);
  const { id, can } = company;
  const canApproveNow = can.approve && company.state !== 'approved';
  return (
    <>
      <SheetMenu id={id} />
      {can.verify && company.state === 'approved' && (
        <ConfirmButton
          label={t('actions.verify')}
          title={t('actions.verifyTitle')}
          text={t('actions.verifyText')}
          onConfirm={() => verify.mutateAsync({ params: { id } }).then(() => tell(t('actions.verified')))}
        />
      )}
      {can.approve && <Refuse company={company} />}
      {can.edit && (
        <Button component={Link} to={`/companies/${id}/edit`} variant={canApproveNow ? 'default' : 'filled'}>
          {t('common:edit')}
        </Button>
      )}
      {canApproveNow && <Approve company={company} />}
    </>
  );
}

function SheetMenu({ id }: { id: string }) {
  const { t } = useTranslation('companies');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">{t('actions.sheet')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['ja', 'en'] as const).map((language) => (
          <Menu.Item
            key={language}
            component="a"
            target="_blank"
            rel="noreferrer"
            href={urlOf(companiesApi.sheet, { params: { id }, query: { language } })}
          >
            {t(language === 'ja' ? 'actions.sheetJa' : 'actions.sheetEn')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Approve({ company: { id, state } }: { company: Company }) {
  const { t } = useTranslation('companies');
  const approve = useCommand(companiesApi.approve);
  const again = state === 'suspended';
  return (
    <ConfirmButton
      variant="filled"
      label={t(again ? 'actions.resume' : 'actions.approve')}
      title={t(again ? 'actions.resumeTitle' : 'actions.approveTitle')}
      text={t('actions.approveText')}
      onConfirm={() => approve.mutateAsync({ params: { id } }).then(() => tell(t('actions.approved')))}
    />
  );
}

/** A registration is refused, an approved company suspended. */
function Refuse({ company: { id, state } }: { company: Company }) {
  const { t } = useTranslation('companies');
  const reject = useCommand(companiesApi.reject);
  if (state !== 'pending' && state !== 'approved') return null;
  const suspends = state === 'approved';
  return (
    <ConfirmButton
      danger
      label={t(suspends ? 'actions.suspend' : 'actions.reject')}
      title={t(suspends ? 'actions.suspendTitle' : 'actions.rejectTitle')}
      text={t(suspends ? 'actions.suspendText' : 'actions.rejectText')}
      reason={{ label: t('actions.reason'), needed: true }}
      onConfirm={(reason) =>
        reject
          .mutateAsync({ params: { id }, body: { reason } })
          .then(() => tell(t(suspends ? 'actions.suspended' : 'actions.rejected')))
      }
    />
  );
}
