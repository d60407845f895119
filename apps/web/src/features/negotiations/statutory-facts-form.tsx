import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { legalForm, partyFacts, statutoryApi, type CompanyFacts } from '#contracts/statutory.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';

const officers = { yes: true, no: false, unknown: null } as const;

/** What of the own company decides whether an act applies. */
export function StatutoryFactsForm({ facts, onSaved }: { facts: CompanyFacts; onSaved: () => void }) {
  const { t } = useTranslation('statutory');
  const save = useCommand(statutoryApi.tellFacts);
  const valueFrom = ({ legalForm: form, capitalYen, staff, soleOfficer }: CompanyFacts) => ({
    ...{ legalForm: form, capitalYen, staff, soleOfficer },
  });
  const form = useForm({
    schema: partyFacts,
    initial: valueFrom(facts),
    version: facts.version,
    save: (body, version) => save.mutateAsync({ params: { id: facts.companyId }, version, body }),
    saved: () => {
      tell(t('facts.saved'));
      onSaved();
    },
    valueFrom,
  });
  const chosen = (Object.keys(officers) as (keyof typeof officers)[]).find(
    (key) => officers[key] === form.value.soleOfficer,
  );
  return (
    <Form
      form={form}
      leaveFreely
      show={{
        label: (key) => t(`facts.${key}`),
        value: (_, value) => (value === null ? t('facts.unknown') : JSON.stringify(value)),
      }}
    >
      <Text size="sm">{t('facts.lead')}</Text>
      <Select
        label={t('facts.legalForm')}
        data={legalForm.options.map((value) => ({ value, label: t(`facts.forms.${value}`) }))}
        allowDeselect={false}
        {...form.input('legalForm')}
      />
      {form.value.legalForm === 'corporation' && (
        <NumberField label={t('facts.capitalYen')} yen {...form.input('capitalYen')} />
      )}
      <NumberField label={t('facts.staff')} whole unit="people" {...form.input('staff')} />
      {form.value.legalForm === 'corporation' && form.value.staff === 0 && (
        <Select
          label={t('facts.soleOfficer')}
          data={(Object.keys(officers) as (keyof typeof officers)[]).map((value) => ({
            value,
            label: t(`facts.${value}`),
          }))}
          value={chosen ?? 'unknown'}
          allowDeselect={false}
          onChange={(value) => form.set('soleOfficer', officers[value ?? 'unknown'])}
        />
      )}
      <FormButtons form={form} label={t('facts.save')} />
    </Form>
  );
}
