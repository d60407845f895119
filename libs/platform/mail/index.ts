export { createMailer } from './create-mailer.js';
export type { MailSettings } from './create-mailer.js';
export { EmlMailer } from './eml-mailer.js';
export { Mailer, MailError } from './mailer.js';
export type { MailAttachment, MailMessage } from './mailer.js';
export { renderMail } from './render-mail.js';
export type { MailContent, RenderedMail } from './render-mail.js';
export { SmtpMailer } from './smtp-mailer.js';
