import { Button, Modal, Radio, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { alertFrequency, searchApi, type SavedQuery } from '#contracts/search.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';

/** Keeps the present search, with mails of what fits newly. */
export function SaveSearch({ query }: { query: SavedQuery }) {
  const { t } = useTranslation('search');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('save.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('save.title')} centered>
        <SaveForm query={query} close={close} />
      </Modal>
    </>
  );
}

const bodySchema = searchApi.save.body.pick({ name: true, alert: true });

function SaveForm({ query, close }: { query: SavedQuery; close: () => void }) {
  const { t } = useTranslation('search');
  const save = useCommand(searchApi.save);
  const form = useForm({
    schema: bodySchema,
    initial: { name: query.q, alert: 'daily' as const },
    save: async (body) => {
      await save.mutateAsync({ body: { ...body, query } });
      tell(t('save.done'));
      close();
    },
  });
  return (
    <Form form={form} leaveFreely>
      <TextInput label={t('save.name')} required maxLength={100} data-autofocus {...form.text('name')} />
      <Radio.Group label={t('save.alert')} {...form.input('alert')}>
        <Stack gap={6} mt={6}>
          {alertFrequency.options.map((option) => (
            <Radio key={option} value={option} label={t(`alert.${option}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <FormButtons form={form} label={t('save.confirm')} />
    </Form>
  );
}
