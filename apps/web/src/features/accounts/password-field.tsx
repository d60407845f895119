import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A new password: at least ten characters, with a button to look at what was typed. */
export function NewPasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('accounts');
  return (
    <PasswordField
      label={t('password.new')}
      description={t('password.rule')}
      autoComplete="new-password"
      {...props}
    />
  );
}

export function PasswordField(props: PasswordInputProps) {
  const { t } = useTranslation('accounts');
  return (
    <PasswordInput
      required
      autoComplete="current-password"
      aria-invalid={Boolean(props.error)}
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      {...props}
    />
  );
}
