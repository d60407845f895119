import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../parts/format';
import { StaleEditDialog, type ShowField } from './stale-edit-dialog';
import type { FormState } from './form-state';

interface FormProps<V> {
  form: FormState<V>;
  children: ReactNode;
  /** Label and value of a field in the comparison of two versions; for versioned resources. */
  show?: ShowField<V>;
  /** Says what was typed elsewhere, e.g. a search inside a dialog: leaving then loses nothing. */
  leaveFreely?: boolean;
}

/** The frame of a form: its draft, its problem, its stale edit, and a question before leaving with unsaved changes. */
export function Form<V>({ form, children, show, leaveFreely = false }: FormProps<V>) {
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate>
      <Stack gap="md">
        {form.restored && <DraftNotice at={form.restored.at} discard={form.reset} />}
        {children}
        {form.problem && (
          <Alert color="red" role="alert">
            {form.problem}
          </Alert>
        )}
      </Stack>
      {form.stale && show && (
        <StaleEditDialog
          stale={form.stale}
          show={show}
          settle={form.settle}
          close={form.dismissStale}
          busy={form.busy}
        />
      )}
      {!leaveFreely && <LeaveQuestion isDirty={form.isDirty} kept={form.keepsDraft} />}
    </form>
  );
}

/** The submit button, with other buttons before it. */
export function FormButtons({
  form,
  label,
  children,
}: {
  form: { busy: boolean };
  label: string;
  children?: ReactNode;
}) {
  return (
    <Group justify="flex-end" gap="sm" mt="xs">
      {children}
      <Button type="submit" loading={form.busy}>
        {label}
      </Button>
    </Group>
  );
}

function DraftNotice({ at, discard }: { at: string; discard: () => void }) {
  const { t } = useTranslation('forms');
  return (
    <Alert color="yellow" role="status" title={t('draft.title')}>
      <Group justify="space-between">
        <Text size="sm">{t('draft.text', { at: formatDateTime(at) })}</Text>
        <Button size="xs" variant="default" onClick={discard}>
          {t('draft.discard')}
        </Button>
      </Group>
    </Alert>
  );
}

function LeaveQuestion({ isDirty, kept }: { isDirty: () => boolean; kept: boolean }) {
  const { t } = useTranslation('forms');
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty() && current.pathname !== next.pathname,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leave.title')}
      centered
    >
      <Text>{t(kept ? 'leave.kept' : 'leave.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('leave.go')}
        </Button>
        <Button onClick={() => blocker.reset?.()}>{t('leave.stay')}</Button>
      </Group>
    </Modal>
  );
}
