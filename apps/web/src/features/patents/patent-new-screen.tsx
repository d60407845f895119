import { Box } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patentsApi } from '#contracts/patents.js';
import { useMe } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { PageHeader } from '../../parts/page-header';
import { PatentForm } from './patent-form';

export default function PatentNewScreen() {
  const { t } = useTranslation('patents');
  const me = useMe();
  const navigate = useNavigate();
  const create = useCommand(patentsApi.create);
  return (
    <Box maw="56rem">
      <PageHeader
        title={t('form.newTitle')}
        lead={t('form.newLead')}
        back={{ to: '/patents', label: t('toList') }}
      />
      <PatentForm
        holder={me.company?.name}
        label={t('form.saveDraft')}
        save={(body) => create.mutateAsync({ body })}
        saved={({ id }) => {
          tell(t('form.draftSaved'));
          void navigate({ to: '/patents/$id', params: { id } });
        }}
      />
    </Box>
  );
}
