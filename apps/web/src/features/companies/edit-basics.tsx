import { Checkbox, Group, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NumberField } from '../../forms/number-field';
import { TermMultiSelect } from '../../forms/term-select';
import { shownLanguage } from '../../i18n';
import { useTaxonomy } from '../../parts/taxonomy';
import { Section, type ProfileForm } from './edit-layout';

const columns = { base: 1, sm: 2 };

export function Basics({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  return (
    <Section name="basics">
      <Stack gap="md">
        <TextInput label={t('field.name')} required autoComplete="organization" {...form.text('name')} />
        <SimpleGrid cols={columns}>
          <TextInput label={t('field.nameKana')} {...form.text('nameKana')} />
          <TextInput label={t('field.nameEn')} {...form.text('nameEn')} />
        </SimpleGrid>
        <Checkbox.Group
          label={t('roles')}
          description={t('edit.roleHint')}
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
          <Group mt={6}>
            <Checkbox value="isSupplier" label={t('field.isSupplier')} />
            <Checkbox value="isOrderer" label={t('field.isOrderer')} />
          </Group>
        </Checkbox.Group>
        <SimpleGrid cols={columns}>
          <Select
            label={t('field.industry')}
            data={taxonomy.options('industries')}
            searchable
            clearable
            {...form.input('industry')}
            value={form.value.industry ?? null}
          />
          <NumberField label={t('field.staff')} unit="people" whole {...form.input('staff')} />
          <NumberField label={t('field.capitalYen')} yen {...form.input('capitalYen')} />
          <NumberField label={t('field.founded')} plain {...form.input('founded')} />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}

export function Place({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const { prefecture } = form.value;
  const towns = useTowns(prefecture ?? null, form.value.municipality ?? null);

  function moveTo(next: { prefecture: string | null; municipality: string | null }) {
    const point =
      taxonomy.document?.municipalities.find(({ code }) => code === next.municipality) ??
      taxonomy.document?.prefectures.find(({ code }) => code === next.prefecture);
    const { latitude = null, longitude = null } = point ?? {};
    form.replace({ ...form.value, ...next, latitude, longitude });
  }
  return (
    <Section name="place">
      <Stack gap="md">
        <SimpleGrid cols={columns}>
          <Select
            label={t('field.prefecture')}
            data={taxonomy.options('prefectures')}
            searchable
            clearable
            {...form.input('prefecture')}
            value={prefecture ?? null}
            onChange={(code) => moveTo({ prefecture: code, municipality: null })}
          />
          <Select
            label={t('field.municipality')}
            description={t(prefecture ? 'edit.placeHint' : 'edit.choosePrefecture')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={towns}
            disabled={!prefecture}
            searchable
            clearable
            {...form.input('municipality')}
            value={form.value.municipality ?? null}
            onChange={(code) => moveTo({ prefecture: prefecture ?? null, municipality: code })}
          />
        </SimpleGrid>
        <TextInput label={t('field.address')} autoComplete="street-address" {...form.text('address')} />
        <SimpleGrid cols={columns}>
          <NumberField label={t('field.latitude')} decimalScale={6} {...form.input('latitude')} />
          <NumberField label={t('field.longitude')} decimalScale={6} {...form.input('longitude')} />
          <TextInput label={t('field.phone')} type="tel" autoComplete="tel" {...form.text('phone')} />
          <TextInput label={t('field.contactName')} {...form.text('contactName')} />
        </SimpleGrid>
        <TextInput
          label={t('field.website')}
          description={t('edit.websiteHint')}
          type="url"
          inputMode="url"
          {...form.text('website')}
        />
        <Checkbox label={t('edit.visits')} {...form.check('acceptsVisits')} />
      </Stack>
    </Section>
  );
}

/** The towns of a prefecture; one that our list lacks stays choosable by its code. */
function useTowns(prefecture: string | null, chosen: string | null): { value: string; label: string }[] {
  const taxonomy = useTaxonomy();
  const language = shownLanguage();
  const towns = (taxonomy.document?.municipalities ?? [])
    .filter((town) => town.prefecture === prefecture)
    .map((town) => ({ value: town.code, label: town[language] }));
  const isListed = chosen === null || towns.some(({ value }) => value === chosen);
  return isListed ? towns : [...towns, { value: chosen, label: chosen }];
}

export function Words({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('companies');
  return (
    <Section name="words">
      <Stack gap="md">
        <TextInput label={t('field.summary')} description={t('edit.summaryHint')} {...form.text('summary')} />
        <Textarea
          label={t('field.description')}
          autosize
          minRows={5}
          maxRows={20}
          {...form.text('description')}
        />
        <TermMultiSelect
          list="themes"
          label={t('field.themes')}
          value={form.value.themes ?? []}
          onChange={(codes) => form.set('themes', codes)}
          error={form.errors.themes}
        />
      </Stack>
    </Section>
  );
}
