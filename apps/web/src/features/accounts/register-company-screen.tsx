import { Alert, Box, Checkbox, Select, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import { identityApi, type SupportBody } from '#contracts/identity.js';
import { meKey } from '../../api/query-client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { shownLanguage } from '../../i18n';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { useTaxonomy } from '../../parts/taxonomy';

/** The contract leaves both open; a company that neither makes nor orders has no use for the platform. */
const schema = companiesApi.register.body.refine((company) => company.isSupplier || company.isOrderer, {
  path: ['isSupplier'],
  error: 'company-role',
});

export default function RegisterCompanyScreen() {
  const { t } = useTranslation('accounts');
  const bodies = useEndpoint(identityApi.bodies, {});
  return (
    <Box maw="42rem">
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <Loaded query={bodies}>{({ items }) => <RegisterForm bodies={items} />}</Loaded>
    </Box>
  );
}

function RegisterForm({ bodies }: { bodies: SupportBody[] }) {
  const { t } = useTranslation('accounts');
  const navigate = useNavigate();
  const client = useQueryClient();
  const taxonomy = useTaxonomy();
  const register = useCommand(companiesApi.register);
  const form = useForm({
    schema,
    initial: {
      corporateNumber: '',
      name: '',
      isOrderer: false,
      isSupplier: true,
      prefecture: '',
      bodyId: '',
    },
    draft: 'register-company',
    save: (body) => register.mutateAsync({ body }),
    saved: () => {
      tell(t('register.done'));
      // The role has changed with it: wait, or the frame would still keep this person out.
      void client.refetchQueries({ queryKey: meKey }).then(() => navigate({ to: '/' }));
    },
  });
  const language = shownLanguage();
  return (
    <Panel>
      <Form form={form}>
        {bodies.length === 0 && <Alert color="yellow">{t('register.noBodies')}</Alert>}
        <TextInput
          label={t('register.number')}
          description={t('register.numberHint')}
          inputMode="numeric"
          required
          {...form.text('corporateNumber')}
        />
        <TextInput label={t('register.name')} autoComplete="organization" required {...form.text('name')} />
        <Select
          label={t('register.prefecture')}
          data={taxonomy.options('prefectures')}
          searchable
          required
          {...form.input('prefecture')}
        />
        <Checkbox.Group
          label={t('register.role')}
          required
          value={(['isSupplier', 'isOrderer'] as const).filter((role) => form.value[role])}
          onChange={(chosen) =>
            form.replace({
              ...form.value,
              isSupplier: chosen.includes('isSupplier'),
              isOrderer: chosen.includes('isOrderer'),
            })
          }
          error={form.errors.isSupplier}
        >
          <Stack gap="xs" mt={6}>
            <Checkbox value="isSupplier" label={t('register.supplier')} />
            <Checkbox value="isOrderer" label={t('register.orderer')} />
          </Stack>
        </Checkbox.Group>
        <Select
          label={t('register.body')}
          description={t('register.bodyHint')}
          data={bodies.map((body) => ({
            value: body.id,
            label: language === 'ja' ? body.name : body.nameEn || body.name,
          }))}
          searchable
          required
          {...form.input('bodyId')}
        />
        <Text size="sm" c="dimmed">
          {t('register.after')}
        </Text>
        <FormButtons form={form} label={t('register.send')} />
      </Form>
    </Panel>
  );
}
