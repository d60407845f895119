import { Checkbox, MultiSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { companiesApi } from '#contracts/companies.js';
import { identityApi } from '#contracts/identity.js';
import type { MeetingDay } from '#contracts/meeting-events.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Rows } from '../../forms/rows';
import { listbox } from '../../forms/term-select';
import { formatDay } from '../../parts/format';
import { useTaxonomy } from '../../parts/taxonomy';
import type { MeetingFormState } from './meeting-form';
import { useNameOf } from './meeting-words';

const nextDay: MeetingDay = {
  on: '',
  from: '10:00',
  until: '16:00',
  breakFrom: '12:00',
  breakUntil: '13:00',
};

/** The days, each with its hours and a break. */
export function DaysField({ form }: { form: MeetingFormState }) {
  const { t } = useTranslation('meetings');
  return (
    <Rows
      path="days"
      items={form.value.days as MeetingDay[]}
      onChange={(days) => form.set('days', days)}
      errors={form.errors}
      make={() => nextDay}
      addLabel={t('form.addDay')}
      nameOf={({ on }) => (on ? formatDay(on) : '')}
      detailOf={({ from, until }) => `${from}–${until}`}
    >
      {({ item, set, error }) => (
        <Stack gap="sm">
          <DayInput
            label={t('field.on')}
            required
            value={item.on}
            onChange={(on) => set({ on: on ?? '' })}
            error={error('on')}
          />
          <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
            {(['from', 'until', 'breakFrom', 'breakUntil'] as const).map((key) => (
              <TextInput
                key={key}
                type="time"
                label={t(`field.${key}`)}
                required={key === 'from' || key === 'until'}
                value={item[key] ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  set({ [key]: value === '' && key.startsWith('break') ? null : value });
                }}
                error={error(key)}
              />
            ))}
          </SimpleGrid>
        </Stack>
      )}
    </Rows>
  );
}

/** Bodies that organise it beside the own one. */
export function BodiesField({ form }: { form: MeetingFormState }) {
  const { t } = useTranslation('meetings');
  const nameOf = useNameOf();
  const { body } = useMe();
  const { data } = useEndpoint(identityApi.bodies, {});
  const others = data?.items.filter(({ id }) => id !== body?.id) ?? [];
  return (
    <MultiSelect
      label={t('field.coOrganiserIds')}
      description={t('form.bodiesHint')}
      data={others.map((one) => ({ value: one.id, label: nameOf(one) }))}
      searchable
      clearable
      hidePickedOptions
      {...listbox}
      value={form.value.coOrganiserIds ?? []}
      onChange={(ids) => form.set('coOrganiserIds', ids)}
      error={form.errors['coOrganiserIds']}
    />
  );
}

/** The firm that an event is made for, found by its name. */
export function HostField({ form }: { form: MeetingFormState }) {
  const { t } = useTranslation('meetings');
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 300);
  const chosen = form.value.hostCompanyId ?? null;
  const found = useEndpoint(companiesApi.list, { query: { q, role: 'orderer', limit: 20 } });
  const current = useEndpoint(
    companiesApi.get,
    { params: { id: chosen ?? '' } },
    { enabled: chosen !== null },
  );
  const known = found.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const own =
    chosen && current.data && !known.some(({ value }) => value === chosen)
      ? [{ value: chosen, label: current.data.profile.name }]
      : [];
  return (
    <Select
      label={t('field.hostCompanyId')}
      required
      searchable
      {...listbox}
      data={[...own, ...known]}
      filter={({ options }) => options}
      onSearchChange={setTyped}
      nothingFoundMessage={t('form.noHost')}
      value={chosen}
      onChange={(id) => form.set('hostCompanyId', id)}
      error={form.errors['hostCompanyId']}
    />
  );
}

/** Whom the call is for. */
export function EligibilityFields({ form }: { form: MeetingFormState }) {
  const { t } = useTranslation('meetings');
  const taxonomy = useTaxonomy();
  const { eligibility } = form.value;
  const set = (patch: object) => form.set('eligibility', { ...eligibility, ...patch });
  return (
    <Stack gap="md">
      <MultiSelect
        label={t('rules.prefectures')}
        description={t('form.prefecturesHint')}
        data={taxonomy.options('prefectures')}
        searchable
        clearable
        hidePickedOptions
        {...listbox}
        value={eligibility.supplierPrefectures ?? []}
        onChange={(supplierPrefectures) => set({ supplierPrefectures })}
        error={form.errors['eligibility.supplierPrefectures']}
      />
      <Checkbox
        label={t('form.sheetNeeded')}
        checked={eligibility.sheetNeeded !== false}
        onChange={(event) => set({ sheetNeeded: event.currentTarget.checked })}
      />
      <Textarea
        label={t('rules.note')}
        autosize
        minRows={2}
        maxLength={1_000}
        value={eligibility.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={form.errors['eligibility.note']}
      />
    </Stack>
  );
}
