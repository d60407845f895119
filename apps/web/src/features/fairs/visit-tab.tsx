import { Alert, Button, Checkbox, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairVisitorsApi, visitorEntry } from '#contracts/fair-visitors.js';
import { useSession } from '../../api/session';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { useForm } from '../../forms/use-form';
import { shownLanguage } from '../../i18n';
import { EmptyState } from '../../parts/empty-state';
import { Panel } from '../../parts/panel';
import { keepTicket, ownTicket } from './own-ticket';

type Entry = z.input<typeof visitorEntry>;

/** A visitor's registration, without an account. */
export function VisitTab({ fair }: { fair: Fair }) {
  const { t } = useTranslation('fairs');
  const token = ownTicket(fair.id);
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  if (!fair.can.visit) return <EmptyState title={t('visit.closed')} text={t('visit.closedText')} />;
  return (
    <Stack gap="md" maw="48rem">
      {token && (
        <Alert title={t('visit.have')}>
          <Button component={Link} to={`/fair-ticket?token=${encodeURIComponent(token)}`} size="xs">
            {t('visit.open')}
          </Button>
        </Alert>
      )}
      {mailedTo ? (
        <Alert color="green" role="status" title={t('visit.mailed')}>
          {t('visit.mailedText', { email: mailedTo })}
        </Alert>
      ) : (
        <VisitForm fair={fair} mailed={setMailedTo} />
      )}
    </Stack>
  );
}

function VisitForm({ fair, mailed }: { fair: Fair; mailed: (email: string) => void }) {
  const { t } = useTranslation('fairs');
  const { me } = useSession();
  const navigate = useNavigate();
  const register = useCommand(fairVisitorsApi.register);
  const form = useForm({
    schema: visitorEntry,
    draft: `fair.${fair.id}.visit`,
    initial: {
      ...{
        email: me?.email ?? '',
        name: me?.name ?? '',
        organisation: me?.company?.name ?? me?.body?.name ?? '',
      },
      ...{ job: '', need: '', attends: 'both', language: shownLanguage() },
      ...{ terms: false, contact: false, news: false },
    },
    save: async (body) => ({
      ...(await register.mutateAsync({ params: { id: fair.id }, body })),
      email: body.email,
    }),
    saved: ({ token, email }) => {
      if (!token) return mailed(email);
      keepTicket(fair.id, token);
      void navigate({ to: '/fair-ticket', search: { token } });
    },
  });
  return (
    <Form form={form}>
      <Panel title={t('visit.title')} lead={t('visit.lead')}>
        <Fields form={form} />
      </Panel>
      <Panel title={t('visit.consentTitle')}>
        <Stack gap="sm">
          {fair.content.privacyNote && (
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {fair.content.privacyNote}
            </Text>
          )}
          <Checkbox label={t('visit.terms')} required {...form.check('terms')} />
          <Checkbox label={t('visit.contact')} {...form.check('contact')} />
          <Checkbox label={t('visit.news')} {...form.check('news')} />
        </Stack>
      </Panel>
      <FormButtons form={form} label={t('visit.send')} />
    </Form>
  );
}

function Fields({ form }: { form: FormState<Entry> }) {
  const { t } = useTranslation('fairs');
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('visit.name')} required autoComplete="name" {...form.text('name')} />
        <TextInput
          label={t('visit.organisation')}
          required
          autoComplete="organization"
          {...form.text('organisation')}
        />
        <TextInput
          label={t('visit.email')}
          required
          type="email"
          autoComplete="email"
          {...form.text('email')}
        />
        <TextInput label={t('visit.job')} autoComplete="organization-title" {...form.text('job')} />
      </SimpleGrid>
      <Select
        label={t('visit.attends')}
        data={(['both', 'on-site', 'online'] as const).map((value) => ({
          value,
          label: t(`attends.${value}`),
        }))}
        allowDeselect={false}
        value={form.value.attends ?? 'both'}
        onChange={(chosen) => form.set('attends', chosen ?? 'both')}
      />
      <Textarea
        label={t('visit.need')}
        description={t('visit.needHint')}
        autosize
        minRows={2}
        {...form.text('need')}
      />
    </Stack>
  );
}
