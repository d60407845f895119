import type { AppConfig } from '#platform/config/index.js';
import { demoAccounts, demoPassword } from '../demo/accounts.js';

/** What a person needs to know once the program runs. */
export function greeting(config: AppConfig, hasDemo: boolean): string {
  const accounts = demoAccounts.map(({ email, who }) => `    ${email.padEnd(34)} ${who}`).join('\n');
  const demo = hasDemo ? `\n  Demonstration accounts (password: ${demoPassword})\n${accounts}\n` : '';
  const mail = config.mail.smtpUrl ? '' : `\n  Mails are written to ${config.mail.folder}\n`;
  return `\n  仲立ち Nakadachi is running at ${config.http.publicUrl}\n${demo}${mail}\n  Stop with Ctrl-C.\n\n`;
}
