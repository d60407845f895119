import { Textarea, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { introductionsApi, type Introduction } from '#contracts/introductions.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { Form, FormButtons } from '../../forms/form';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { formatDay } from '../../parts/format';
import { Panel } from '../../parts/panel';

const inputOf = ({ nextAction, nextActionOn, coordinator }: Introduction) => ({
  nextAction,
  nextActionOn,
  coordinatorId: coordinator?.id ?? null,
});

/** What the body does next, until when, and who does it. */
export function FollowUpPanel({ introduction }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  return (
    <Panel title={t('followUp.title')} lead={t('followUp.lead')}>
      <FollowUpForm key={introduction.id} introduction={introduction} />
    </Panel>
  );
}

export function FollowUpForm({ introduction, done }: { introduction: Introduction; done?: () => void }) {
  const { t } = useTranslation(['introductions', 'common']);
  const { id, coordinator } = introduction;
  const colleagues = useEndpoint(introductionsApi.coordinators, {});
  const save = useCommand(introductionsApi.followUp);
  const form = useForm({
    schema: introductionsApi.followUp.body,
    initial: inputOf(introduction),
    version: introduction.version,
    valueFrom: inputOf,
    draft: `follow-up.${id}`,
    save: (body, version) => save.mutateAsync({ params: { id }, body, version }),
    saved: () => {
      tell(t('common:saved'));
      done?.();
    },
  });
  // Who is in charge is named even where they have left the body.
  const people = new Map((colleagues.data?.items ?? []).map((person) => [person.id, person.name]));
  if (coordinator) people.set(coordinator.id, people.get(coordinator.id) ?? coordinator.name);
  const labels = {
    nextAction: t('followUp.action'),
    nextActionOn: t('followUp.on'),
    coordinatorId: t('followUp.coordinator'),
  };
  return (
    <Form
      form={form}
      leaveFreely
      show={{
        label: (key) => labels[key],
        value: (key, value) => {
          if (key === 'nextActionOn') return value ? formatDay(value as string) : undefined;
          return key === 'coordinatorId' ? (people.get(value as string) ?? t('followUp.nobody')) : undefined;
        },
      }}
    >
      <Textarea label={labels.nextAction} autosize minRows={2} maxLength={500} {...form.text('nextAction')} />
      <DayInput label={labels.nextActionOn} {...form.input('nextActionOn')} />
      <Select
        label={labels.coordinatorId}
        placeholder={t('followUp.nobody')}
        clearable
        data={[...people].map(([value, label]) => ({ value, label }))}
        {...form.input('coordinatorId')}
      />
      <FormButtons form={form} label={t('common:save')} />
    </Form>
  );
}
