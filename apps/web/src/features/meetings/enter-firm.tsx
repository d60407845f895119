import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingParticipantsApi, participation } from '#contracts/meeting-participants.js';
import { id } from '#contracts/shapes.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { listbox } from '../../forms/term-select';
import { useForm } from '../../forms/use-form';
import { emptyParticipation } from './participation-form';

/** An organiser registers a firm that sent a paper form or rang; sheet and needs are filled in on its page. */
export function EnterFirm({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button onClick={open}>{t('enter.label')}</Button>
      <Modal opened={opened} onClose={close} title={t('enter.title')} centered>
        <EnterForm event={event} done={close} />
      </Modal>
    </>
  );
}

const schema = participation.extend({ companyId: id });

function EnterForm({ event, done }: { event: MeetingEvent; done: () => void }) {
  const { t } = useTranslation('meetings');
  const enter = useCommand(meetingParticipantsApi.enter);
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 300);
  const form = useForm({
    schema,
    initial: { ...emptyParticipation('supplier'), companyId: '' },
    save: (body) => enter.mutateAsync({ params: { id: event.id }, body }),
    saved: ({ company }) => {
      tell(t('enter.done', { company: company.name }));
      done();
    },
  });
  const { side } = form.value;
  const found = useEndpoint(companiesApi.list, { query: { q, role: side, state: 'approved', limit: 20 } });
  return (
    <Form form={form} leaveFreely>
      <Stack gap="md">
        <Select
          label={t('entry.side')}
          data={(['supplier', 'orderer'] as const).map((value) => ({ value, label: t(`side.${value}`) }))}
          allowDeselect={false}
          value={side}
          onChange={(value) => form.set('side', value === 'orderer' ? 'orderer' : 'supplier')}
        />
        <Select
          label={t('enter.company')}
          required
          searchable
          {...listbox}
          data={found.data?.items.map((company) => ({ value: company.id, label: company.name })) ?? []}
          filter={({ options }) => options}
          onSearchChange={setTyped}
          nothingFoundMessage={t('form.noHost')}
          value={form.value.companyId || null}
          onChange={(companyId) => form.set('companyId', companyId ?? '')}
          error={form.errors['companyId']}
        />
        <TextInput label={t('entry.contact')} required maxLength={100} {...form.text('contact')} />
        <TextInput label={t('entry.phone')} type="tel" maxLength={40} {...form.text('phone')} />
        <FormButtons form={form} label={t('enter.submit')} />
      </Stack>
    </Form>
  );
}
