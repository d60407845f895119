import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { identityApi } from '#contracts/identity.js';
import { useEndpoint } from '../../api/use-endpoint';
import { useMe } from '../../api/session';
import { fiscalYearName, fiscalYears } from './fiscal-year';

interface ScopeValue {
  fiscalYear: number;
  bodyId?: string | undefined;
}

/** The fiscal year; for an administrator also the support body. */
export function ScopeChoice({
  value,
  onChange,
}: {
  value: ScopeValue;
  onChange: (patch: Partial<ScopeValue>) => void;
}) {
  const { t, i18n } = useTranslation('dashboard');
  const me = useMe();
  const bodies = useEndpoint(identityApi.bodies, {}, { enabled: me.role === 'administrator' });
  return (
    <Group gap="sm" className="no-print">
      {bodies.data && (
        <NativeSelect
          label={t('body')}
          value={value.bodyId ?? ''}
          onChange={(event) => onChange({ bodyId: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('allBodies') },
            ...bodies.data.items.map((body) => ({ value: body.id, label: body.name })),
          ]}
        />
      )}
      <NativeSelect
        label={t('fiscalYear')}
        value={String(value.fiscalYear)}
        onChange={(event) => onChange({ fiscalYear: Number(event.currentTarget.value) })}
        data={fiscalYears().map((year) => ({
          value: String(year),
          label: fiscalYearName(year, i18n.language),
        }))}
      />
    </Group>
  );
}
