import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { meetingDay, rulePresets, type MeetingRules, type RulePreset } from '#contracts/meeting-events.js';
import { NumberField } from '../../forms/number-field';
import type { MeetingFormState } from './meeting-form';

const presets = Object.keys(rulePresets) as RulePreset[];
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Lengths and caps: one of the presets, or one's own. */
export function RulesFields({ form }: { form: MeetingFormState }) {
  const { t } = useTranslation('meetings');
  const { rules } = form.value;
  const set = (patch: Partial<MeetingRules>) => form.set('rules', { ...rules, ...patch });
  const number = (key: keyof MeetingRules) => ({
    label: t(`rules.field.${key}`),
    required: true,
    whole: true,
    value: rules[key],
    onChange: (value: number | null) => set({ [key]: value as number }),
    error: form.errors[`rules.${key}`],
  });
  const rounds = form.value.days.filter((day) => meetingDay.safeParse(day).success).length;
  return (
    <Stack gap="md">
      <Select
        label={t('rules.preset')}
        description={t('rules.presetHint')}
        data={[
          ...presets.map((value) => ({ value, label: t(`rules.presets.${value}`) })),
          { value: 'own', label: t('rules.own') },
        ]}
        allowDeselect={false}
        value={presets.find((preset) => same(rulePresets[preset], rules)) ?? 'own'}
        onChange={(chosen) => {
          const preset = presets.find((one) => one === chosen);
          if (preset) form.set('rules', rulePresets[preset]);
        }}
      />
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <NumberField {...number('minutes')} />
        <NumberField {...number('moveMinutes')} />
        <NumberField {...number('ordererMeetings')} />
        <NumberField {...number('supplierMeetings')} />
        <NumberField {...number('ordererWishes')} />
        <NumberField {...number('supplierWishes')} />
        <NumberField {...number('musts')} />
      </SimpleGrid>
      {rounds > 0 && (
        <Text size="sm" c="dimmed">
          {t('rules.hint')}
        </Text>
      )}
    </Stack>
  );
}
