import { Checkbox, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Fair } from '#contracts/fair-exhibition.js';
import { fairQuestionnairesApi, type Questionnaire } from '#contracts/fair-questionnaires.js';
import {
  hasOptions,
  questionKind,
  questionList,
  type Question,
  type QuestionOption,
} from '#contracts/fair-questions.js';
import { useCommand } from '../../api/use-endpoint';
import { Form, FormButtons } from '../../forms/form';
import { Rows, type RowFields } from '../../forms/rows';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { ConfirmButton } from '../../parts/confirm-button';
import { Panel } from '../../parts/panel';
import { useTitleOf } from './fair-words';
import { useLabelOf } from './question-words';

const schema = z.object({ questions: questionList });
const newKey = (): string => crypto.randomUUID().slice(0, 8);

/** The questions before they are sent; those of the fair before stand there already. */
export function QuestionnaireEditor({ fair, questionnaire }: { fair: Fair; questionnaire: Questionnaire }) {
  const { t } = useTranslation('questionnaires');
  const save = useCommand(fairQuestionnairesApi.save);
  const titleOf = useTitleOf();
  const labelOf = useLabelOf();
  const { audience, questions, version, carriedFrom, isSaved, can } = questionnaire;
  const params = { id: fair.id, audience };
  const form = useForm({
    ...{ schema, version, draft: `fair.${fair.id}.questions.${audience}` },
    initial: { questions },
    save: (body, edited) => save.mutateAsync({ params, body, version: edited }),
    saved: () => tell(t('editor.saved')),
    valueFrom: (current: Questionnaire) => ({ questions: current.questions }),
  });
  const show = {
    label: () => t('editor.title'),
    value: (_: string, value: unknown) => JSON.stringify(value, null, 1),
  };
  return (
    <Form form={form} show={show}>
      <Panel title={t('editor.title')} lead={t(`editor.lead.${audience}`)}>
        <Stack gap="md">
          {!isSaved && (
            <Text size="sm">
              {carriedFrom ? t('editor.carried', { title: titleOf(carriedFrom) }) : t('editor.first')}
            </Text>
          )}
          <Rows
            path="questions"
            items={form.value.questions as Question[]}
            onChange={(items) => form.set('questions', items)}
            errors={form.errors}
            make={(): Question => ({
              ...{
                key: newKey(),
                kind: 'scale',
                label: '',
                labelEn: '',
                isNeeded: false,
                options: [],
                unit: '',
                unitEn: '',
              },
            })}
            addLabel={t('editor.add')}
            nameOf={labelOf}
            detailOf={({ kind, isNeeded }) =>
              [t(`kind.${kind}`), ...(isNeeded ? [t('editor.needed')] : [])].join(' / ')
            }
          >
            {(row) => (
              <QuestionFields
                row={row}
                errors={form.errors}
                path={`questions.${(form.value.questions as Question[]).indexOf(row.item)}`}
              />
            )}
          </Rows>
        </Stack>
      </Panel>
      {can.edit && (
        <FormButtons form={form} label={t(isSaved ? 'editor.save' : 'editor.adopt')}>
          {can.send && !form.dirty && <Send fair={fair} questionnaire={questionnaire} />}
        </FormButtons>
      )}
    </Form>
  );
}

interface FieldsProps {
  row: RowFields<Question>;
  /** Of the question in the form. */
  path: string;
  errors: Record<string, string>;
}

function QuestionFields({ row, path, errors }: FieldsProps) {
  const { t } = useTranslation('questionnaires');
  const { item, set, error } = row;
  return (
    <Stack gap="sm">
      <TextInput
        label={t('editor.label')}
        required
        maxLength={200}
        value={item.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
        error={error('label')}
      />
      <TextInput
        label={t('editor.labelEn')}
        maxLength={200}
        value={item.labelEn}
        onChange={(event) => set({ labelEn: event.currentTarget.value })}
        error={error('labelEn')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('editor.kind')}
          data={questionKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          allowDeselect={false}
          value={item.kind}
          onChange={(chosen) => set({ kind: questionKind.parse(chosen) })}
        />
        {item.kind === 'number' && (
          <TextInput
            label={t('editor.unit')}
            maxLength={20}
            value={item.unit}
            onChange={(event) => set({ unit: event.currentTarget.value })}
          />
        )}
        {item.kind === 'number' && (
          <TextInput
            label={t('editor.unitEn')}
            maxLength={20}
            value={item.unitEn}
            onChange={(event) => set({ unitEn: event.currentTarget.value })}
          />
        )}
      </SimpleGrid>
      {hasOptions(item) && <Options row={row} path={`${path}.options`} errors={errors} />}
      <Checkbox
        label={t('editor.isNeeded')}
        checked={item.isNeeded}
        onChange={(event) => set({ isNeeded: event.currentTarget.checked })}
      />
    </Stack>
  );
}

function Options({ row: { item, set }, path, errors }: FieldsProps) {
  const { t } = useTranslation('questionnaires');
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {t('editor.options')}
      </Text>
      <Rows
        path={path}
        items={item.options}
        onChange={(options) => set({ options })}
        errors={errors}
        make={(): QuestionOption => ({ key: newKey(), label: '', labelEn: '' })}
        addLabel={t('editor.addOption')}
        nameOf={({ label }) => label}
      >
        {({ item: option, set: change, error }) => (
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('editor.optionLabel')}
              required
              maxLength={80}
              value={option.label}
              onChange={(event) => change({ label: event.currentTarget.value })}
              error={error('label')}
            />
            <TextInput
              label={t('editor.labelEn')}
              maxLength={80}
              value={option.labelEn}
              onChange={(event) => change({ labelEn: event.currentTarget.value })}
              error={error('labelEn')}
            />
          </SimpleGrid>
        )}
      </Rows>
    </Stack>
  );
}

/** Where the questions were laid down only after the fair. */
function Send({ fair, questionnaire: { audience } }: { fair: Fair; questionnaire: Questionnaire }) {
  const { t } = useTranslation('questionnaires');
  const send = useCommand(fairQuestionnairesApi.send);
  return (
    <Group>
      <ConfirmButton
        label={t('send.label')}
        title={t('send.title')}
        text={t(`send.text.${audience}`)}
        onConfirm={() =>
          send
            .mutateAsync({ params: { id: fair.id, audience } })
            .then(({ asked }) => tell(t('send.done', { n: asked })))
        }
      />
    </Group>
  );
}
