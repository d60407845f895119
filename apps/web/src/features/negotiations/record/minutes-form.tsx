import { Button, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { minutesApi, minutesContent, type Minutes, type MinutesContent } from '#contracts/minutes.js';
import type { Room } from '#contracts/negotiations.js';
import { useCommand } from '../../../api/use-endpoint';
import { DayInput } from '../../../forms/day-input';
import { Form, FormButtons } from '../../../forms/form';
import { Rows } from '../../../forms/rows';
import { tell } from '../../../forms/tell';
import { useForm } from '../../../forms/use-form';

interface MinutesFormProps {
  room: Room;
  minutes: Minutes;
  close: () => void;
}

/** Edits the draft of minutes, over what the other side may have written meanwhile. */
export function MinutesForm({ room, minutes, close }: MinutesFormProps) {
  const { t } = useTranslation(['proof', 'common']);
  const edit = useCommand(minutesApi.edit);
  const params = { id: room.id, minutesId: minutes.id };
  const form = useForm<typeof minutesContent, Minutes>({
    schema: minutesContent,
    initial: minutes.content,
    version: minutes.version,
    valueFrom: (current) => current.content,
    draft: `minutes.${minutes.id}`,
    save: (body, version) => edit.mutateAsync({ params, body, version }),
    saved: () => {
      tell(t('minutes.saved'));
      close();
    },
  });
  const decisions = form.value.decisions;
  return (
    <Form form={form} leaveFreely show={{ label: (key) => t(`minutes.field.${key}`) }}>
      <TextInput label={t('minutes.field.title')} required {...form.text('title')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <DayInput
          label={t('minutes.field.heldOn')}
          required
          value={form.value.heldOn}
          error={form.errors['heldOn']}
          onChange={(on) => form.set('heldOn', on ?? '')}
        />
        <TextInput label={t('minutes.field.place')} {...form.text('place')} />
      </SimpleGrid>
      <Textarea
        label={t('minutes.field.attendees')}
        autosize
        minRows={2}
        maxRows={10}
        {...form.text('attendees')}
      />
      <div role="group" aria-label={t('minutes.field.decisions')}>
        <Rows
          path="decisions"
          items={decisions}
          onChange={(items) => form.set('decisions', items)}
          errors={form.errors}
          make={(): MinutesContent['decisions'][number] => ({ text: '', seq: null })}
          addLabel={t('minutes.addDecision')}
          nameOf={({ text }) => text}
        >
          {({ item, set, error }) => (
            <Textarea
              label={t('minutes.decision')}
              required
              autosize
              minRows={2}
              maxRows={10}
              maxLength={2_000}
              value={item.text}
              error={error('text')}
              onChange={(event) => set({ text: event.currentTarget.value })}
            />
          )}
        </Rows>
      </div>
      <Textarea label={t('minutes.field.notes')} autosize minRows={2} maxRows={12} {...form.text('notes')} />
      <FormButtons form={form} label={t('minutes.save')}>
        <Button variant="default" onClick={close}>
          {t('common:cancel')}
        </Button>
      </FormButtons>
    </Form>
  );
}
