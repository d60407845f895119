import { Checkbox, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { bankBranch, disputesApi, type CouncilWillingness } from '#contracts/disputes.js';
import { corporateNumber } from '#contracts/company-profile.js';
import { useMe } from '../../api/session';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';

/** Whether the own account may be drawn for councils, and what the lot must know of the company. */
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
const schema = z
  .object({
    serves: z.boolean(),
    until: z.iso.date().nullable(),
    groupNumber: z.union([empty, corporateNumber]),
    bankBranch: z.union([empty, bankBranch]),
  })
  .check(({ value, issues }) => {
    if (value.serves && value.until === null)
      issues.push({ code: 'custom', path: ['until'], input: value.until });
  });

function WillingnessForm({ willingness: { until, ties } }: { willingness: CouncilWillingness }) {
  const { t } = useTranslation(['disputes', 'common']);
  const me = useMe();
  const save = useCommand(disputesApi.setWillingness);
  const form = useForm({
    schema,
    initial: {
      ...{ serves: until !== null, until },
      ...{ groupNumber: ties?.groupNumber ?? '', bankBranch: ties?.bankBranch ?? '' },
    },
    save: (said) =>
      save.mutateAsync({
        body: {
          until: said.serves ? said.until : null,
          ties: me.company && {
            groupNumber: said.groupNumber || null,
            bankBranch: said.bankBranch || null,
          },
        },
      }),
    saved: () => tell(t('common:saved')),
  });
  return (
    <Form form={form}>
      <Checkbox label={t('willing.serves')} {...form.check('serves')} />
      {form.value.serves && (
        <DayInput
          label={t('willing.until')}
          required
          value={form.value.until}
          error={form.errors['until']}
          onChange={(on) => form.set('until', on)}
        />
      )}
      {me.company && (
        <>
          <Text size="sm">{t('willing.ties')}</Text>
          <TextInput
            label={t('willing.group')}
            description={t('willing.groupHint')}
            inputMode="numeric"
            {...form.text('groupNumber')}
          />
          <TextInput
            label={t('willing.bank')}
            description={t('willing.bankHint')}
            {...form.text('bankBranch')}
          />
        </>
      )}
      <FormButtons form={form} label={t('common:save')} />
    </Form>
  );
}
