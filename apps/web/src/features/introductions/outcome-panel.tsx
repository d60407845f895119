import { Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  declineCodes,
  introductionsApi,
  outcome as outcomes,
  type Introduction,
  type Outcome,
} from '#contracts/introductions.js';
import { useCommand } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { NumberField } from '../../forms/number-field';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { formatDay, formatYen, todayInJapan } from '../../parts/format';
import { Panel } from '../../parts/panel';
import { useStateText } from '../../parts/state-badge';

/** What can be recorded now: results need talks, and an agreement is no "no deal". The server decides again. */
export function recordable(state: Introduction['state']): Outcome[] {
  if (state === 'proposed') return [];
  if (state === 'agreed') return outcomes.options.filter((each) => each !== 'no-deal');
  const hadTalks = state === 'consented' || state === 'negotiating' || state === 'ended';
  return hadTalks ? [...outcomes.options] : ['no-deal'];
}

const inputOf = (introduction: Introduction) => ({
  // Nothing is chosen until somebody chooses.
  outcome: introduction.outcome as Outcome,
  amountYen: introduction.amountYen,
  reason: introduction.outcomeReason,
  code: null as (typeof declineCodes)[number] | null,
  on: introduction.outcomeOn ?? todayInJapan(),
});

/** How the case ended or stands, for the board and the figures. */
export function OutcomePanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const choices = recordable(introduction.state);
  return (
    <Panel title={t('outcome.title')} lead={t('outcome.lead')}>
      {choices.length === 0 ? (
        <Text size="sm">{t('outcome.tooEarly')}</Text>
      ) : (
        <OutcomeForm key={introduction.id} introduction={introduction} choices={choices} />
      )}
    </Panel>
  );
}

/** What was typed for another outcome before is not sent along. */
const fitting = <B extends { outcome: Outcome; amountYen: number | null; code: string | null }>(
  body: B,
): B => (body.outcome === 'no-deal' ? { ...body, amountYen: null } : { ...body, code: null });

function OutcomeForm({ introduction, choices }: { introduction: Introduction; choices: Outcome[] }) {
  const { t } = useTranslation(['introductions', 'common']);
  const stateText = useStateText();
  const { id } = introduction;
  const record = useCommand(introductionsApi.recordOutcome);
  const form = useForm({
    schema: introductionsApi.recordOutcome.body,
    initial: inputOf(introduction),
    version: introduction.version,
    valueFrom: inputOf,
    draft: `outcome.${id}`,
    save: (body, version) => record.mutateAsync({ params: { id }, body: fitting(body), version }),
    saved: () => tell(t('common:saved')),
  });
  const { outcome } = form.value;
  const labels = {
    outcome: t('outcome.outcome'),
    amountYen: t('outcome.amount'),
    reason: t('outcome.reason'),
    code: t('outcome.code'),
    on: t('outcome.on'),
  };
  const shown = (key: keyof typeof labels, value: unknown) => {
    if (value === null || value === undefined || value === '') return undefined;
    if (key === 'outcome') return stateText('outcome', value as Outcome);
    if (key === 'amountYen') return formatYen(value as number);
    if (key === 'on') return formatDay(value as string);
    return key === 'code' ? t(`decline.${value as 'other'}`) : undefined;
  };
  return (
    <Form form={form} leaveFreely show={{ label: (key) => labels[key], value: shown }}>
      <Radio.Group label={labels.outcome} required {...form.input('outcome')} value={outcome ?? ''}>
        <Stack gap={8} mt={6}>
          {choices.map((each) => (
            <Radio key={each} value={each} label={stateText('outcome', each)} />
          ))}
        </Stack>
      </Radio.Group>
      {outcome !== 'no-deal' && <NumberField label={labels.amountYen} yen {...form.input('amountYen')} />}
      {outcome === 'no-deal' && (
        <Select
          label={labels.code}
          clearable
          data={declineCodes.map((code) => ({ value: code, label: t(`decline.${code}`) }))}
          {...form.input('code')}
        />
      )}
      <DayInput
        label={labels.on}
        required
        {...form.input('on')}
        onChange={(on) => form.set('on', on ?? '')}
      />
      <Textarea label={labels.reason} autosize minRows={2} maxLength={1_000} {...form.text('reason')} />
      <FormButtons form={form} label={t('outcome.save')} />
    </Form>
  );
}
