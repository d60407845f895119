import { Alert, Checkbox, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import {
  bankBranch,
  bankCode,
  disputesApi,
  type CouncilWillingness,
  type OrganisationTies,
} from '#contracts/disputes.js';
import { corporateNumber } from '#contracts/company-profile.js';
import { useMe } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';

/** Whether the own account may be drawn for councils, and what the lot must know of the company or body. */
export function WillingnessPanel() {
  const { t } = useTranslation('disputes');
  const query = useEndpoint(disputesApi.willingness, {});
  return (
    <Panel title={t('willing.title')} lead={t('willing.lead')}>
      <Loaded query={query} lines={3}>
        {(willingness) => <WillingnessForm willingness={willingness} />}
      </Loaded>
    </Panel>
  );
}

const empty = z.literal('');
const answer = z.enum(['none', 'told']).nullable();
const schema = z
  .object({
    serves: z.boolean(),
    until: z.iso.date().nullable(),
    group: answer,
    groupNumber: z.union([empty, corporateNumber]),
    /** `own`: it is a bank itself. */
    bank: z.enum(['none', 'told', 'own']).nullable(),
    bankBranch: z.union([empty, bankBranch]),
    bankCode: z.union([empty, bankCode]),
  })
  .check(({ value, issues }) => {
    const missing = (path: keyof typeof value) =>
      issues.push({ code: 'custom', path: [path], input: value[path] });
    if (value.serves && value.until === null) missing('until');
    const isAnswered = value.group !== null || value.bank !== null;
    // People serve only where their company or body has told both.
    if (!value.serves && !isAnswered) return;
    if (value.group === null) missing('group');
    if (value.bank === null) missing('bank');
    if (value.group === 'told' && value.groupNumber === '') missing('groupNumber');
    if (value.bank === 'told' && value.bankBranch === '') missing('bankBranch');
    if (value.bank === 'own' && value.bankCode === '') missing('bankCode');
  });

type Said = z.output<typeof schema>;
const initialOf = ({ until, ties }: CouncilWillingness): Said => {
  const isBank = bankCode.safeParse(ties?.bankBranch).success;
  const given = (tie: string | undefined) => (tie === undefined ? null : tie === 'none' ? 'none' : 'told');
  const text = (tie: string | undefined) => (tie === undefined || tie === 'none' ? '' : tie);
  return {
    ...{ serves: until !== null, until },
    ...{ group: given(ties?.groupNumber), groupNumber: text(ties?.groupNumber) },
    bank: isBank ? 'own' : given(ties?.bankBranch),
    ...{ bankBranch: isBank ? '' : text(ties?.bankBranch), bankCode: isBank ? text(ties?.bankBranch) : '' },
  };
};
/** Null: nothing was answered, so what was told before stays. */
function tiesOf({ group, groupNumber, bank, ...said }: Said): OrganisationTies | null {
  if (!group || !bank) return null;
  const banks = { none: 'none', told: said.bankBranch, own: said.bankCode } as const;
  return { groupNumber: group === 'none' ? 'none' : groupNumber, bankBranch: banks[bank] };
}

function WillingnessForm({ willingness }: { willingness: CouncilWillingness }) {
  const { t } = useTranslation(['disputes', 'common']);
  const me = useMe();
  const save = useCommand(disputesApi.setWillingness);
  const form = useForm({
    schema,
    initial: initialOf(willingness),
    save: (said) =>
      save.mutateAsync({ body: { until: said.serves ? said.until : null, ties: tiesOf(said) } }),
    saved: () => tell(t('common:saved')),
  });
  return (
    <Form form={form}>
      <Checkbox label={t('willing.serves')} {...form.check('serves')} />
      {form.value.serves && <Text size="sm">{t('willing.key')}</Text>}
      {form.value.serves && (
        <DayInput
          label={t('willing.until')}
          required
          value={form.value.until}
          error={form.errors['until']}
          onChange={(on) => form.set('until', on)}
        />
      )}
      {willingness.until !== null && willingness.ties === null && (
        <Alert color="yellow">
          <Text size="sm">{t('willing.untold')}</Text>
        </Alert>
      )}
      <Text size="sm">{t('willing.ties')}</Text>
      <Radio.Group label={t('willing.group')} {...form.input('group')}>
        <Stack gap="xs" mt={6}>
          <Radio value="none" label={t('willing.groupNone')} />
          <Radio value="told" label={t('willing.groupTold')} />
        </Stack>
      </Radio.Group>
      {form.value.group === 'told' && (
        <TextInput
          label={t('willing.groupNumber')}
          required
          inputMode="numeric"
          {...form.text('groupNumber')}
        />
      )}
      <Radio.Group label={t('willing.bank')} {...form.input('bank')}>
        <Stack gap="xs" mt={6}>
          <Radio value="none" label={t('willing.bankNone')} />
          <Radio value="told" label={t('willing.bankTold')} />
          {me.body && <Radio value="own" label={t('willing.bankOwn')} />}
        </Stack>
      </Radio.Group>
      {form.value.bank === 'told' && (
        <TextInput
          label={t('willing.bankBranch')}
          description={t('willing.bankHint')}
          required
          {...form.text('bankBranch')}
        />
      )}
      {form.value.bank === 'own' && (
        <TextInput
          label={t('willing.bankCode')}
          description={t('willing.bankCodeHint')}
          required
          inputMode="numeric"
          {...form.text('bankCode')}
        />
      )}
      <FormButtons form={form} label={t('common:save')} />
    </Form>
  );
}
