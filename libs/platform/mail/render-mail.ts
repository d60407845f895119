export interface MailContent {
  subject: string;
  /** Plain text; line breaks in it are kept. */
  paragraphs: readonly string[];
  /** A button. `url` must be http or https. */
  action?: { readonly label: string; readonly url: string } | undefined;
  /** Why the reader gets this mail. Default: that it was sent automatically. */
  footer?: string | undefined;
}

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

const automatic = {
  ja: 'このメールはNakadachiから自動でお送りしています。返信いただいてもお答えできません。',
  en: 'This mail was sent automatically by Nakadachi. Replies are not read.',
};

/**
 * A mail as plain text and as simple HTML that says the same: real headings and links, large type, strong contrast,
 * no pictures and nothing from the network. Everything is escaped.
 * @throws TypeError when the action's address is not http or https
 */
export function renderMail(language: 'ja' | 'en', content: MailContent): RenderedMail {
  const { subject, paragraphs, action, footer = automatic[language] } = content;
  if (action && !/^https?:\/\/[^\s<>"]+$/i.test(action.url))
    throw new TypeError(`Not a web address: ${action.url}`);
  const text = [...paragraphs, ...(action ? [`${action.label}:\n${action.url}`] : []), `-- \n${footer}`].join(
    '\n\n',
  );
  return { subject, text: `${text}\n`, html: htmlOf(language, { subject, paragraphs, action, footer }) };
}

function htmlOf(language: 'ja' | 'en', { subject, paragraphs, action, footer = '' }: MailContent): string {
  const url = escape(action?.url ?? '');
  const button = action
    ? `<p style="margin:24px 0"><a href="${url}" style="display:inline-block;padding:12px 24px;border-radius:6px;` +
      `background:#1f4e79;color:#ffffff;font-weight:bold;text-decoration:none">${escape(action.label)}</a></p>\n` +
      `<p style="font-size:14px;word-break:break-all"><a href="${url}" style="color:#1f4e79">${url}</a></p>\n`
    : '';
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;background:#ffffff;color:#212529;font-family:sans-serif;font-size:16px;line-height:1.7">
<main style="max-width:600px;margin:0 auto;padding:24px 16px">
<h1 style="font-size:20px;line-height:1.4;margin:0 0 16px">${escape(subject)}</h1>
${paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escape(paragraph).replace(/\r?\n/g, '<br>')}</p>`).join('\n')}
${button}<hr style="border:0;border-top:1px solid #b5bcc4;margin:24px 0 12px">
<p style="font-size:14px;color:#495057;margin:0">${escape(footer).replace(/\r?\n/g, '<br>')}</p>
</main>
</body>
</html>
`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char]!);
}
