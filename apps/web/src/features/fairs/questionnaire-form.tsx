import { Alert, Box, Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionnaireForm as Asked } from '#contracts/fair-questionnaires.js';
import { answersTo, SCALE, type Answer, type Answers, type Question } from '#contracts/fair-questions.js';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { NumberField } from '../../forms/number-field';
import { useForm } from '../../forms/use-form';
import { formatDateTime } from '../../parts/format';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { useTitleOf } from './fair-words';
import { useLabelOf, useUnitOf } from './question-words';
import classes from './questionnaire.module.css';

interface QuestionnaireProps {
  asked: Asked;
  save: (answers: Answers) => Promise<Asked>;
  back: { to: string; label: string };
}

/** A questionnaire as the one who is asked fills it in: one page, large targets, nothing lost. */
export function QuestionnaireForm({ asked, save, back }: QuestionnaireProps) {
  const { t } = useTranslation('questionnaires');
  const titleOf = useTitleOf();
  const [isChanging, setChanging] = useState(false);
  const isAnswered = asked.answeredAt !== null;
  return (
    <Box maw="44rem" mx="auto">
      <PageHeader
        title={t(`form.title.${asked.audience}`)}
        lead={t('form.of', { title: titleOf(asked.fair) })}
        back={back}
      />
      {isAnswered && !isChanging ? (
        <Alert color="green" role="status" title={t('form.thanks')}>
          <Text size="sm" mb="sm">
            {t('form.thanksText')}
          </Text>
          {asked.isOpen && (
            <Text size="sm" mb="sm">
              {t('form.changeUntil', { at: formatDateTime(asked.until) })}
            </Text>
          )}
          {asked.isOpen && (
            <Button variant="default" onClick={() => setChanging(true)}>
              {t('form.change')}
            </Button>
          )}
        </Alert>
      ) : asked.isOpen ? (
        <Fields asked={asked} save={save} saved={() => setChanging(false)} />
      ) : (
        <Alert color="yellow">{t('form.closed')}</Alert>
      )}
    </Box>
  );
}

function Fields({ asked, save, saved }: Pick<QuestionnaireProps, 'asked' | 'save'> & { saved: () => void }) {
  const { t } = useTranslation('questionnaires');
  const { questions, answers, fair, audience, until } = asked;
  const schema = useMemo(() => answersTo(questions), [questions]);
  const form = useForm({
    schema,
    initial: Object.fromEntries(questions.map(({ key }) => [key, answers[key] ?? null])),
    draft: `fair.${fair.id}.questionnaire.${audience}`,
    fieldPrefix: 'answers.',
    save,
    saved: () => {
      saved();
      window.scrollTo({ top: 0 });
    },
  });
  return (
    <Form form={form}>
      <Text size="sm">{t(`form.privacy.${audience}`)}</Text>
      <Text size="sm">{t('form.until', { at: formatDateTime(until) })}</Text>
      {questions.map((question, i) => (
        <Panel key={question.key}>
          <Field question={question} no={i + 1} form={form} />
        </Panel>
      ))}
      <FormButtons form={form} label={t('form.send')} />
    </Form>
  );
}

function Field({ question, no, form }: { question: Question; no: number; form: FormState<Answers> }) {
  const { t } = useTranslation('questionnaires');
  const labelOf = useLabelOf();
  const { key, kind, isNeeded } = question;
  const unit = useUnitOf()(question);
  const given = form.value[key] ?? null;
  const set = (answer: Answer) => form.set(key, answer);
  const field = {
    label: t('form.question', { no, label: labelOf(question) }),
    required: isNeeded,
    error: form.errors[key],
    labelProps: { style: { fontSize: 'var(--mantine-font-size-md)' } },
  };
  switch (kind) {
    case 'scale':
      return (
        <Radio.Group
          {...field}
          value={given === null ? '' : String(given)}
          onChange={(chosen) => set(Number(chosen))}
        >
          <Scale />
        </Radio.Group>
      );
    case 'choice':
      return (
        <Radio.Group {...field} value={(given as string | null) ?? ''} onChange={set}>
          <Stack gap={4} mt="xs">
            {question.options.map((option) => (
              <Radio
                key={option.key}
                value={option.key}
                label={labelOf(option)}
                classNames={{ root: classes.option ?? '' }}
              />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'choices':
      return (
        <Checkbox.Group
          {...field}
          description={t('form.several')}
          value={(given as string[] | null) ?? []}
          onChange={set}
        >
          <Stack gap={4} mt="xs">
            {question.options.map((option) => (
              <Checkbox
                key={option.key}
                value={option.key}
                label={labelOf(option)}
                classNames={{ root: classes.option ?? '' }}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    case 'number':
      return (
        <NumberField
          {...field}
          styles={{ wrapper: { maxWidth: '12rem' } }}
          {...(unit && { rightSection: <Text>{unit}</Text>, rightSectionWidth: '4rem' })}
          value={given as number | null}
          onChange={set}
        />
      );
    case 'text':
      return (
        <Textarea
          {...field}
          autosize
          minRows={3}
          maxLength={2_000}
          value={(given as string | null) ?? ''}
          onChange={(event) => set(event.currentTarget.value)}
        />
      );
  }
}

/** Five steps side by side, with what their ends mean. */
function Scale() {
  const { t } = useTranslation('questionnaires');
  return (
    <>
      <div className={classes.scale}>
        {Array.from({ length: SCALE }, (_, i) => i + 1).map((step) => (
          <label key={step} className={classes.step}>
            <Radio value={String(step)} aria-label={t('form.step', { n: step, of: SCALE })} />
            <span aria-hidden>{step}</span>
          </label>
        ))}
      </div>
      <Group justify="space-between" mt={4}>
        <Text size="sm" c="dimmed">
          {t('form.low')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('form.high')}
        </Text>
      </Group>
    </>
  );
}
