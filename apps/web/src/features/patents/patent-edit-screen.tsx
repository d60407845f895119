import { Box, Button } from '@mantine/core';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { patentsApi, type Patent } from '#contracts/patents.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { EmptyState } from '../../parts/empty-state';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { PatentForm } from './patent-form';

export default function PatentEditScreen() {
  const { id } = useParams({ from: '/patents/$id/edit' });
  const query = useEndpoint(patentsApi.get, { params: { id } });
  return (
    <Box maw="56rem">
      <Loaded query={query}>{(patent) => <Editor patent={patent} />}</Loaded>
    </Box>
  );
}

/** A draft stays private; what is published changes for its readers as soon as it is saved. */
function Editor({ patent }: { patent: Patent }) {
  const { t } = useTranslation(['patents', 'common']);
  const navigate = useNavigate();
  const update = useCommand(patentsApi.update);
  const { id, can, content } = patent;
  const isDraft = patent.state === 'draft';
  const back = { to: `/patents/${id}`, label: t('toPatent') };
  if (!can.edit)
    return (
      <>
        <PageHeader title={content.title} back={back} />
        <EmptyState
          title={t('form.notEditable')}
          text={t('form.notEditableText')}
          action={
            <Button component={Link} to={back.to} variant="default">
              {back.label}
            </Button>
          }
        />
      </>
    );
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        lead={t(isDraft ? 'form.editDraftLead' : 'form.editLead')}
        back={back}
      />
      <PatentForm
        patent={patent}
        label={isDraft ? t('form.saveDraft') : t('common:save')}
        save={(body, version) => update.mutateAsync({ params: { id }, body, version })}
        saved={() => {
          tell(isDraft ? t('form.draftSaved') : t('form.changed'));
          void navigate({ to: '/patents/$id', params: { id } });
        }}
      />
    </>
  );
}
