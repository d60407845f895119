import { Button, Checkbox, Group, NativeSelect, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { introductionQuery, introductionsApi, introductionState, outcome } from '#contracts/introductions.js';
import { talksKind } from '#contracts/parties.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { ChoiceFilter } from '../../parts/choice-filter';
import { FilterPanel, type Filters } from '../../parts/filters';
import { FiscalYearSelect } from '../../parts/fiscal-year';
import { useStateText } from '../../parts/state-badge';

export const introductionFilters = introductionQuery.omit({ cursor: true, limit: true });

interface Props {
  filters: Filters<typeof introductionFilters>;
  isStaff: boolean;
}

export function IntroductionFilters({ filters, isStaff }: Props) {
  const { t } = useTranslation('introductions');
  const stateText = useStateText();
  const { value, set } = filters;
  return (
    <FilterPanel filters={filters}>
      {value.subjectId && (
        <Group gap="xs" justify="space-between">
          <Text size="sm">{t('filter.oneSubject')}</Text>
          <Button size="compact-sm" variant="default" onClick={() => set({ subjectId: undefined })}>
            {t('filter.allSubjects')}
          </Button>
        </Group>
      )}
      {isStaff && (
        <Switch
          label={t('filter.mine')}
          checked={value.mine}
          onChange={(event) => set({ mine: event.currentTarget.checked })}
        />
      )}
      <Checkbox.Group
        label={t('filter.state')}
        value={value.state}
        onChange={(chosen) => set({ state: chosen })}
      >
        <Stack gap={6} mt={6}>
          {introductionState.options.map((state) => (
            <Checkbox key={state} value={state} size="sm" label={stateText('introduction', state)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <ChoiceFilter
        label={t('filter.kind')}
        value={value.kind}
        onChange={(kind) => set({ kind })}
        options={talksKind.options.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      />
      {isStaff && (
        <>
          <Checkbox.Group
            label={t('filter.outcome')}
            value={value.outcome}
            onChange={(chosen) => set({ outcome: chosen })}
          >
            <Stack gap={6} mt={6}>
              {outcome.options.map((each) => (
                <Checkbox key={each} value={each} size="sm" label={stateText('outcome', each)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <CoordinatorFilter value={value.coordinator} onChange={(coordinator) => set({ coordinator })} />
          <DayInput
            label={t('filter.dueBy')}
            value={value.dueBy}
            onChange={(on) => set({ dueBy: on ?? undefined })}
          />
        </>
      )}
      <FiscalYearSelect
        label={t('filter.fiscalYear')}
        any={t('filter.anyYear')}
        value={value.fiscalYear}
        onChange={(fiscalYear) => set({ fiscalYear })}
      />
    </FilterPanel>
  );
}

interface CoordinatorFilterProps {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** Cases of one coordinator of the own body. */
export function CoordinatorFilter({ value, onChange }: CoordinatorFilterProps) {
  const { t } = useTranslation('introductions');
  const { data } = useEndpoint(introductionsApi.coordinators, {});
  return (
    <NativeSelect
      label={t('filter.coordinator')}
      data={[
        { value: '', label: t('filter.anyone') },
        ...(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  );
}
