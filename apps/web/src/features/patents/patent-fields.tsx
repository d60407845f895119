import { Group, Radio, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { patentContent } from '#contracts/patents.js';
import { DayInput } from '../../forms/day-input';
import { FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { TermMultiSelect } from '../../forms/term-select';
import { shownLanguage } from '../../i18n';
import { Panel } from '../../parts/panel';
import { useStateText } from '../../parts/state-badge';
import { offeredWords, shownWord, storedWord } from './technical-words';

type PatentFormState = FormState<z.input<typeof patentContent>>;

const columns = { base: 1, sm: 2 };
const MAX_WORDS = 3;

/** What it is for, what it does, what it can be used in. */
export function UsesFields({ form }: { form: PatentFormState }) {
  const { t } = useTranslation('patents');
  return (
    <Panel title={t('section.uses')} lead={t('form.usesLead')}>
      <Stack gap="md">
        <TextInput
          label={t('field.title')}
          description={t('form.titleHint')}
          required
          maxLength={300}
          {...form.text('title')}
        />
        <Textarea
          label={t('field.purpose')}
          description={t('form.purposeHint')}
          autosize
          minRows={2}
          maxRows={12}
          {...form.text('purpose')}
        />
        <Textarea
          label={t('field.effect')}
          description={t('form.effectHint')}
          autosize
          minRows={2}
          maxRows={12}
          {...form.text('effect')}
        />
        <Textarea
          label={t('field.applicableProducts')}
          description={t('form.productsHint')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2_000}
          {...form.text('applicableProducts')}
        />
      </Stack>
    </Panel>
  );
}

/** How it works, and the words by which it is found. */
export function TopicsFields({ form }: { form: PatentFormState }) {
  const { t } = useTranslation('patents');
  return (
    <Panel title={t('section.topics')}>
      <Stack gap="md">
        <Textarea label={t('field.summary')} autosize minRows={4} maxRows={20} {...form.text('summary')} />
        <SimpleGrid cols={columns}>
          <WordsInput form={form} field="technicalFields" />
          <WordsInput form={form} field="functions" />
        </SimpleGrid>
        <TermMultiSelect
          list="themes"
          label={t('field.themes')}
          description={t('form.themesHint')}
          value={form.value.themes ?? []}
          onChange={(codes) => form.set('themes', codes)}
          error={form.errors.themes}
        />
        <TextInput label={t('field.ipc')} description={t('form.ipcHint')} {...form.text('ipc')} />
      </Stack>
    </Panel>
  );
}

/** At most three words, of those offered or one's own. */
function WordsInput({ form, field }: { form: PatentFormState; field: 'technicalFields' | 'functions' }) {
  const { t } = useTranslation('patents');
  const language = shownLanguage();
  const shown = (words: readonly string[]) => words.map((word) => shownWord(word, language));
  const wrong = Object.keys(form.errors).find((path) => path.split('.')[0] === field);
  return (
    <TagsInput
      label={t(`field.${field}`)}
      description={t('form.wordsHint', { n: MAX_WORDS })}
      data={shown(offeredWords[field])}
      maxTags={MAX_WORDS}
      clearable
      clearButtonProps={{ 'aria-label': t('form.clearWords', { field: t(`field.${field}`) }) }}
      withScrollArea={false}
      styles={{ options: { maxHeight: 320, overflowY: 'auto' } }}
      value={shown(form.value[field] ?? [])}
      onChange={(words) => form.set(field, words.map(storedWord))}
      error={wrong && form.errors[wrong]}
    />
  );
}

/** On what terms it may be used. */
export function TermsFields({ form }: { form: PatentFormState }) {
  const { t } = useTranslation('patents');
  const stateText = useStateText();
  return (
    <Panel title={t('section.terms')}>
      <Stack gap="md">
        <SimpleGrid cols={columns}>
          {(['licence', 'assignment'] as const).map((field) => (
            <Radio.Group
              key={field}
              label={t(`field.${field}`)}
              description={t(`form.${field}Hint`)}
              {...form.input(field)}
            >
              <Group mt={6}>
                {(['offered', 'negotiable', 'not-offered'] as const).map((option) => (
                  <Radio key={option} value={option} label={stateText('licence', option)} />
                ))}
              </Group>
            </Radio.Group>
          ))}
        </SimpleGrid>
        <Textarea
          label={t('field.terms')}
          description={t('form.termsHint')}
          autosize
          minRows={2}
          maxRows={12}
          {...form.text('terms')}
        />
        <SimpleGrid cols={columns}>
          <Told form={form} field="implemented" />
          <Told form={form} field="licensedBefore" />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}

/** Yes, no, or not told. */
function Told({ form, field }: { form: PatentFormState; field: 'implemented' | 'licensedBefore' }) {
  const { t } = useTranslation('patents');
  const value = form.value[field] ?? null;
  const chosen = value === null ? 'none' : value ? 'yes' : 'no';
  return (
    <Radio.Group
      label={t(`field.${field}`)}
      description={t(`form.${field}Hint`)}
      value={chosen}
      onChange={(option) => form.set(field, option === 'none' ? null : option === 'yes')}
    >
      <Group mt={6}>
        {(['yes', 'no', 'none'] as const).map((option) => (
          <Radio key={option} value={option} label={t(`told.${option}`)} />
        ))}
      </Group>
    </Radio.Group>
  );
}

export function NumbersFields({ form }: { form: PatentFormState }) {
  const { t } = useTranslation('patents');
  return (
    <Panel title={t('section.numbers')} lead={t('form.numbersLead')}>
      <Stack gap="md">
        <SimpleGrid cols={columns}>
          <TextInput label={t('field.number')} description={t('form.numberHint')} {...form.text('number')} />
          <TextInput
            label={t('field.registrationNumber')}
            description={t('form.registrationHint')}
            {...form.text('registrationNumber')}
          />
          <TextInput label={t('field.applicationNumber')} {...form.text('applicationNumber')} />
          <DayInput label={t('field.applicationDate')} {...form.input('applicationDate')} />
          <TextInput label={t('field.publicationNumber')} {...form.text('publicationNumber')} />
          <TextInput label={t('field.holder')} {...form.text('holder')} />
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}

/** Who may see whose it is, and the button that saves the whole. */
export function VisibilityFields({ form, label }: { form: PatentFormState; label: string }) {
  const { t } = useTranslation('patents');
  return (
    <Panel title={t('field.visibility')}>
      <Stack gap="md">
        <Radio.Group
          aria-label={t('field.visibility')}
          value={form.value.visibility}
          onChange={(chosen) => form.set('visibility', chosen === 'anonymous' ? 'anonymous' : 'open')}
        >
          <Stack gap="sm">
            {(['open', 'anonymous'] as const).map((option) => (
              <Radio
                key={option}
                value={option}
                label={t(`visibility.${option}`)}
                description={t(`visibility.${option}Text`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <FormButtons form={form} label={label} />
      </Stack>
    </Panel>
  );
}
