import { SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CompanyProfile } from '#contracts/companies.js';
import { NumberField } from '../../forms/number-field';
import { Rows, type RowFields } from '../../forms/rows';
import { TermMultiSelect, TermSelect } from '../../forms/term-select';
import { useTaxonomy } from '../../parts/taxonomy';
import { joinWords } from '../../parts/words';
import { Section, type ProfileForm } from './edit-layout';
import { equipmentWords, processLimits } from './profile-words';

type Process = CompanyProfile['processes'][number];
type Equipment = CompanyProfile['equipment'][number];

const newProcess = (): Process => ({
  code: '',
  maxX: null,
  maxY: null,
  maxZ: null,
  maxMassKg: null,
  toleranceMm: null,
  lotFrom: null,
  lotTo: null,
  leadTimeDays: null,
  note: '',
});
const newEquipment = (): Equipment => ({
  kind: '',
  maker: '',
  model: '',
  count: 1,
  year: null,
  maxX: null,
  maxY: null,
  maxZ: null,
});

/** Processes with their limits, materials, equipment. */
export function EditCapabilities({ form }: { form: ProfileForm }) {
  const { t } = useTranslation('companies');
  const taxonomy = useTaxonomy();
  const processes = (form.value.processes ?? []) as Process[];
  const equipment = (form.value.equipment ?? []) as Equipment[];
  return (
    <>
      <Section name="processes" lead={t('edit.processesHint')}>
        <Rows
          path="processes"
          items={processes}
          onChange={(items) => form.set('processes', items)}
          errors={form.errors}
          make={newProcess}
          addLabel={t('edit.addProcess')}
          nameOf={({ code }) => taxonomy.name('processes', code)}
          detailOf={(item) => joinWords([...processLimits(item, t), item.note])}
        >
          {(row) => <ProcessFields {...row} taken={processes.map(({ code }) => code)} />}
        </Rows>
      </Section>
      <Section name="materials">
        <TermMultiSelect
          list="materials"
          label={t('field.materials')}
          description={t('edit.materialsHint')}
          value={form.value.materials ?? []}
          onChange={(codes) => form.set('materials', codes)}
          error={form.errors.materials}
        />
      </Section>
      <Section name="equipment">
        <Rows
          path="equipment"
          items={equipment}
          onChange={(items) => form.set('equipment', items)}
          errors={form.errors}
          make={newEquipment}
          addLabel={t('edit.addEquipment')}
          nameOf={({ maker, model }) => [maker, model].filter(Boolean).join(' ')}
          detailOf={(item) => equipmentWords({ ...item, maker: '', model: '' }, t)}
        >
          {(row) => <EquipmentFields {...row} />}
        </Rows>
      </Section>
    </>
  );
}

function ProcessFields({ item, set, error, taken }: RowFields<Process> & { taken: string[] }) {
  const { t } = useTranslation('companies');
  const size = (key: 'maxX' | 'maxY' | 'maxZ', label: string) => (
    <NumberField
      label={label}
      unit="mm"
      value={item[key]}
      onChange={(value) => set({ [key]: value })}
      error={error(key)}
    />
  );
  return (
    <Stack gap="sm">
      <TermSelect
        list="processes"
        label={t('process.name')}
        required
        without={taken}
        value={item.code}
        onChange={(code) => set({ code: code ?? '' })}
        error={error('code')}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {size('maxX', t('process.x'))}
        {size('maxY', t('process.y'))}
        {size('maxZ', t('process.z'))}
        <NumberField
          label={t('process.mass')}
          unit="kg"
          value={item.maxMassKg}
          onChange={(maxMassKg) => set({ maxMassKg })}
          error={error('maxMassKg')}
        />
        <NumberField
          label={t('process.tolerance')}
          sign="±"
          unit="mm"
          value={item.toleranceMm}
          onChange={(toleranceMm) => set({ toleranceMm })}
          error={error('toleranceMm')}
        />
        <NumberField
          label={t('process.lotFrom')}
          unit="pieces"
          whole
          value={item.lotFrom}
          onChange={(lotFrom) => set({ lotFrom })}
          error={error('lotFrom')}
        />
        <NumberField
          label={t('process.lotTo')}
          unit="pieces"
          whole
          value={item.lotTo}
          onChange={(lotTo) => set({ lotTo })}
          error={error('lotTo')}
        />
        <NumberField
          label={t('process.lead')}
          unit="days"
          whole
          value={item.leadTimeDays}
          onChange={(leadTimeDays) => set({ leadTimeDays })}
          error={error('leadTimeDays')}
        />
      </SimpleGrid>
      <TextInput
        label={t('process.note')}
        value={item.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
        error={error('note')}
      />
    </Stack>
  );
}

function EquipmentFields({ item, set, error }: RowFields<Equipment>) {
  const { t } = useTranslation('companies');
  const text = (key: 'kind' | 'maker' | 'model', required = false) => (
    <TextInput
      label={t(`equipmentField.${key}`)}
      required={required}
      value={item[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
      error={error(key)}
    />
  );
  const size = (key: 'maxX' | 'maxY' | 'maxZ', label: string) => (
    <NumberField
      label={label}
      unit="mm"
      value={item[key]}
      onChange={(value) => set({ [key]: value })}
      error={error(key)}
    />
  );
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        {text('kind')}
        {text('maker')}
        {text('model', true)}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
        <NumberField
          label={t('equipmentField.count')}
          unit="machines"
          whole
          value={item.count}
          onChange={(count) => set({ count: count ?? 1 })}
          error={error('count')}
        />
        <NumberField
          label={t('equipmentField.year')}
          plain
          value={item.year}
          onChange={(year) => set({ year })}
          error={error('year')}
        />
        {size('maxX', t('process.x'))}
        {size('maxY', t('process.y'))}
        {size('maxZ', t('process.z'))}
      </SimpleGrid>
    </Stack>
  );
}
