import { Checkbox, MultiSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fairPhase, type FairPavilion, type FairTask } from '#contracts/fair-exhibition.js';
import type { FairHall } from '#contracts/fair-plan.js';
import { identityApi } from '#contracts/identity.js';
import { useMe } from '../../api/session';
import { useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { NumberField } from '../../forms/number-field';
import { Rows } from '../../forms/rows';
import { listbox } from '../../forms/term-select';
import { formatDay } from '../../parts/format';
import { useNameOf } from '../meetings/meeting-words';
import { useTitleOf } from './fair-words';
import type { FairFormState } from './fair-edit-screen';

const newKey = (): string => crypto.randomUUID().slice(0, 8);

/** Bodies that organise it beside the own one. */
export function BodiesField({ form }: { form: FairFormState }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const { body } = useMe();
  const { data } = useEndpoint(identityApi.bodies, {});
  const others = data?.items.filter(({ id }) => id !== body?.id) ?? [];
  return (
    <MultiSelect
      label={t('field.coOrganiserIds')}
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

/** Halls; their booths follow from rows and length. */
export function HallsField({ form }: { form: FairFormState }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  const halls = form.value.halls as FairHall[];
  const free = [...'ABCDEFGHJKLMNP'].find((letter) => !halls.some(({ key }) => key === letter)) ?? 'Z';
  return (
    <Rows
      path="halls"
      items={halls}
      onChange={(items) => form.set('halls', items)}
      errors={form.errors}
      make={() => ({ key: free, name: '', nameEn: '', rows: 4, perRow: 10, isOnline: false })}
      addLabel={t('form.addHall')}
      nameOf={nameOf}
      detailOf={({ key, rows, perRow }) => t('form.hallDetail', { key, n: rows * perRow })}
    >
      {({ item, set, error }) => (
        <Stack gap="sm">
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput
              label={t('field.name')}
              required
              value={item.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={error('name')}
            />
            <TextInput
              label={t('field.nameEn')}
              value={item.nameEn}
              onChange={(event) => set({ nameEn: event.currentTarget.value })}
              error={error('nameEn')}
            />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
            <TextInput
              label={t('field.key')}
              required
              maxLength={2}
              value={item.key}
              onChange={(event) => set({ key: event.currentTarget.value.toUpperCase() })}
              error={error('key')}
            />
            <NumberField
              label={t('field.rows')}
              required
              whole
              value={item.rows}
              onChange={(rows) => set({ rows: rows ?? 0 })}
              error={error('rows')}
            />
            <NumberField
              label={t('field.perRow')}
              required
              whole
              value={item.perRow}
              onChange={(perRow) => set({ perRow: perRow ?? 0 })}
              error={error('perRow')}
            />
          </SimpleGrid>
          <Checkbox
            label={t('field.isOnline')}
            checked={item.isOnline}
            onChange={(event) => set({ isOnline: event.currentTarget.checked })}
          />
        </Stack>
      )}
    </Rows>
  );
}

export function PavilionsField({ form }: { form: FairFormState }) {
  const { t } = useTranslation('fairs');
  const nameOf = useNameOf();
  return (
    <Rows
      path="pavilions"
      items={(form.value.pavilions ?? []) as FairPavilion[]}
      onChange={(items) => form.set('pavilions', items)}
      errors={form.errors}
      make={() => ({ key: newKey(), name: '', nameEn: '', head: '', text: '' })}
      addLabel={t('form.addPavilion')}
      nameOf={nameOf}
      detailOf={({ head }) => head}
    >
      {({ item, set, error }) => (
        <Stack gap="sm">
          {(['name', 'nameEn', 'head'] as const).map((key) => (
            <TextInput
              key={key}
              label={t(`field.${key}`)}
              required={key !== 'nameEn'}
              value={item[key]}
              onChange={(event) => set({ [key]: event.currentTarget.value })}
              error={error(key)}
            />
          ))}
          <Textarea
            label={t('field.text')}
            autosize
            minRows={2}
            value={item.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
            error={error('text')}
          />
        </Stack>
      )}
    </Rows>
  );
}

/** The checklist that every exhibitor gets. */
export function TasksField({ form }: { form: FairFormState }) {
  const { t } = useTranslation('fairs');
  const titleOf = useTitleOf();
  const { startsOn } = form.value;
  return (
    <Rows
      path="tasks"
      items={(form.value.tasks ?? []) as FairTask[]}
      onChange={(items) => form.set('tasks', items)}
      errors={form.errors}
      make={(): FairTask => ({
        ...{ key: newKey(), phase: 'preparation', title: '', titleEn: '' },
        on: startsOn,
      })}
      addLabel={t('form.addTask')}
      nameOf={titleOf}
      detailOf={({ phase, on }) => `${t(`phase.${phase}`)} / ${on ? formatDay(on) : ''}`}
    >
      {({ item, set, error }) => (
        <Stack gap="sm">
          {(['title', 'titleEn'] as const).map((key) => (
            <TextInput
              key={key}
              label={t(key === 'title' ? 'field.name' : 'field.nameEn')}
              required={key === 'title'}
              value={item[key]}
              onChange={(event) => set({ [key]: event.currentTarget.value })}
              error={error(key)}
            />
          ))}
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <Select
              label={t('field.phase')}
              data={fairPhase.options.map((value) => ({ value, label: t(`phase.${value}`) }))}
              allowDeselect={false}
              value={item.phase}
              onChange={(chosen) => set({ phase: fairPhase.parse(chosen) })}
            />
            <DayInput
              label={t('field.on')}
              required
              value={item.on}
              onChange={(on) => set({ on: on ?? '' })}
              error={error('on')}
            />
          </SimpleGrid>
        </Stack>
      )}
    </Rows>
  );
}
