import { Button, NativeSelect, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  vocabularyApi,
  vocabularyContent,
  vocabularyDirection,
  vocabularyKinds,
  type VocabularyContent,
  type VocabularyEntry,
  type VocabularyKind,
} from '#contracts/vocabulary.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { CodesInput } from './codes-input';
import { useEntryWords } from './entry-words';

/** A new entry is about what the screen begins with. */
const empty: VocabularyContent = vocabularyContent.parse({ kind: 'process' });

/** Adds an entry, or changes one. */
export function EntryForm({ entry, close }: { entry: VocabularyEntry | null; close: () => void }) {
  const { t } = useTranslation(['vocabulary', 'common']);
  const create = useCommand(vocabularyApi.create);
  const update = useCommand(vocabularyApi.update);
  const words = useEntryWords();
  const form = useForm<typeof vocabularyContent, VocabularyEntry>({
    schema: vocabularyContent,
    initial: entry?.content ?? empty,
    version: entry?.version ?? 0,
    draft: `vocabulary.${entry?.id ?? 'new'}`,
    save: (body, version) =>
      entry ? update.mutateAsync({ params: { id: entry.id }, body, version }) : create.mutateAsync({ body }),
    saved: () => {
      tell(t(entry ? 'saved' : 'added'));
      close();
    },
    valueFrom: ({ content }) => content,
  });
  const list = (part: 'tradeJa' | 'patentJa' | 'tradeEn' | 'patentEn') => (
    <TagsInput
      label={t(`field.${part}`)}
      description={t(`help.${part}`)}
      {...fieldOf(form, part)}
      onChange={(value) => form.set(part, value)}
      splitChars={[',', '、', ';', '；']}
      maxTags={30}
      clearable
      clearButtonProps={{ 'aria-label': t('clearOf', { field: t(`field.${part}`) }) }}
    />
  );
  return (
    <Form
      form={form}
      leaveFreely
      show={{
        label: (key) => t(`field.${key}`),
        value: (key, value) => words.part(key, value),
      }}
    >
      <NativeSelect
        label={t('field.kind')}
        name="kind"
        data={vocabularyKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={form.value.kind}
        onChange={(event) => form.set('kind', event.currentTarget.value as VocabularyKind)}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {list('tradeJa')}
        {list('patentJa')}
        {list('tradeEn')}
        {list('patentEn')}
      </SimpleGrid>
      <CodesInput
        value={form.value.codes ?? []}
        onChange={(codes) => form.set('codes', codes)}
        error={errorOf(form.errors, 'codes')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t('field.direction')}
          name="direction"
          description={t('help.direction')}
          data={vocabularyDirection.options.map((value) => ({ value, label: t(`direction.${value}`) }))}
          value={form.value.direction}
          onChange={(event) =>
            form.set('direction', event.currentTarget.value as VocabularyContent['direction'])
          }
        />
        <NumberField
          label={t('field.weight')}
          name="weight"
          description={t('help.weight')}
          value={form.value.weight ?? null}
          onChange={(weight) => form.set('weight', weight ?? undefined)}
          error={form.errors['weight']}
        />
      </SimpleGrid>
      <TextInput label={t('field.note')} maxLength={300} {...form.text('note')} />
      <FormButtons form={form} label={t(entry ? 'common:save' : 'add')}>
        <Button variant="default" onClick={close}>
          {t('common:cancel')}
        </Button>
      </FormButtons>
    </Form>
  );
}

type EntryFormState = ReturnType<typeof useForm<typeof vocabularyContent, VocabularyEntry>>;
const fieldOf = (form: EntryFormState, part: 'tradeJa' | 'patentJa' | 'tradeEn' | 'patentEn') => ({
  name: part,
  value: form.value[part] ?? [],
  error: errorOf(form.errors, part),
});

/** What is wrong with a list or with one of its words. */
const errorOf = (errors: Record<string, string>, part: string): string | undefined =>
  Object.entries(errors).find(([path]) => path === part || path.startsWith(`${part}.`))?.[1];
