import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { FiscalYearSelect } from '../../parts/fiscal-year';

export interface Scope {
  fiscalYear: number;
  bodyId?: string | undefined;
}

interface ScopeChoiceProps {
  value: Scope;
  onChange: (patch: Partial<Scope>) => void;
}

/** The fiscal year; for an administrator also the support body. */
export function ScopeChoice({ value, onChange }: ScopeChoiceProps) {
  const { t } = useTranslation('dashboard');
  const me = useMe();
  return (
    <Group gap="sm" className="no-print">
      {me.role === 'administrator' && (
        <BodySelect value={value.bodyId} onChange={(bodyId) => onChange({ bodyId })} />
      )}
      <FiscalYearSelect
        label={t('fiscalYear')}
        value={value.fiscalYear}
        onChange={(fiscalYear) => onChange({ fiscalYear })}
      />
    </Group>
  );
}

function BodySelect({ value, onChange }: { value: string | undefined; onChange: (id?: string) => void }) {
  const { t } = useTranslation('dashboard');
  const { data } = useEndpoint(identityApi.bodies, {});
  return (
    <NativeSelect
      label={t('body')}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('allBodies') },
        ...(data?.items ?? []).map(({ id, name, nameEn }) => ({
          value: id,
          label: shownLanguage() === 'ja' ? name : nameEn,
        })),
      ]}
    />
  );
}
