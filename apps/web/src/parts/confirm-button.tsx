import { Alert, Button, Group, Modal, Stack, Text, Textarea, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ConfirmButtonProps extends Omit<ButtonProps, 'children'> {
  /** The button, and the confirming button in the dialog: a verb. */
  label: string;
  title: string;
  /** What will happen, and whether it can be undone. */
  text: ReactNode;
  confirmLabel?: string;
  /** Asks for a reason: `needed` ones may not be blank. */
  reason?: { label: string; description?: string; needed: boolean; maxLength?: number };
  /** Fields of their own between text and buttons. */
  children?: ReactNode;
  danger?: boolean;
  /** Does it; an error it throws is shown and the dialog stays open. */
  onConfirm: (reason: string) => Promise<unknown>;
}

/** A button for what should not happen by mistake: asks first, with the reason where one is wanted. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { label, title, text, confirmLabel, reason, children, danger, onConfirm, ...button } = props;
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" {...(danger && { c: 'red.7' })} {...button} onClick={open}>
        {label}
      </Button>
      <Modal opened={opened} onClose={close} title={title} centered>
        <ConfirmDialog {...{ text, reason, danger, onConfirm, close }} confirmLabel={confirmLabel ?? label}>
          {children}
        </ConfirmDialog>
      </Modal>
    </>
  );
}

type DialogProps = Pick<ConfirmButtonProps, 'text' | 'reason' | 'children' | 'danger' | 'onConfirm'> & {
  confirmLabel: string;
  close: () => void;
};

function ConfirmDialog({ text, reason, children, danger, onConfirm, confirmLabel, close }: DialogProps) {
  const { t } = useTranslation(['common', 'forms']);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = Boolean(reason?.needed) && said.trim() === '';

  async function confirm() {
    setAsked(true);
    if (missing) return;
    setBusy(true);
    try {
      await onConfirm(said.trim());
      close();
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  }

  return (
    <Stack gap="md">
      <Text component="div">{text}</Text>
      {children}
      {reason && (
        <Textarea
          label={reason.label}
          description={reason.description}
          required={reason.needed}
          maxLength={reason.maxLength ?? 500}
          autosize
          minRows={3}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
          error={asked && missing ? t('forms:required') : undefined}
        />
      )}
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close} disabled={busy}>
          {t('cancel')}
        </Button>
        <Button color={danger ? 'red' : undefined} onClick={() => void confirm()} loading={busy}>
          {confirmLabel}
        </Button>
      </Group>
    </Stack>
  );
}
