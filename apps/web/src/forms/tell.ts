import { notifications } from '@mantine/notifications';

/** Says briefly that something was done. */
export function tell(message: string): void {
  notifications.show({ message, color: 'green', withCloseButton: true, autoClose: 5_000 });
}

/** Says that something failed, for actions without a form. */
export function tellProblem(error: Error): void {
  notifications.show({ message: error.message, color: 'red', withCloseButton: true, autoClose: 10_000 });
}
