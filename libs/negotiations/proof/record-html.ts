import type { Language } from '#contracts/shapes.js';
import type { RoomJudgement } from '../statutory/room-statutory.reader.js';
import { messagesOf, roleWord } from './record-rows.js';
import { kindWords, noteProofs, recordWords } from './record-words.js';
import type { RecordFile } from './record-file.js';

const STYLE = `body{font:16px/1.6 "Noto Sans JP",sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#1a1d21}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}table{border-collapse:collapse;width:100%}
th,td{border:1px solid #b5bcc4;padding:.4rem .6rem;text-align:left;vertical-align:top}
th{background:#eef2f6}td.text{white-space:pre-wrap;overflow-wrap:anywhere}code{overflow-wrap:anywhere}
.held{color:#495057;font-style:italic}`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * A record for people: one page without scripts and without anything from elsewhere. The order is the chain's. `files`:
 * where the archive has the file of an entry, by the file's id.
 */
export function recordHtml(
  record: Pick<RecordFile, 'room' | 'made' | 'verifyAt' | 'entries' | 'head'>,
  judged: RoomJudgement,
  files: ReadonlyMap<string, string>,
  language: Language,
): string {
  const say = (key: keyof typeof recordWords) => escaped(recordWords[key][language]);
  const { room, made, entries, head } = record;
  const facts: [string, string][] = [
    [say('parties'), escaped(`${room.owner} × ${room.candidate}`)],
    [say('madeAt'), escaped(timeInJapan(made.at, language))],
    [say('reader'), escaped(made.reader)],
    [say('entries'), String(entries.length)],
    [say('withheld'), String(entries.filter((entry) => 'withheld' in entry).length)],
    [say('head'), `${head.position}<br><code>${escaped(head.link)}</code>`],
    [say('verifyAt'), `${escaped(record.verifyAt)}<br><code>npm run cli -- verify FILE</code>`],
  ];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${say('title')} ${escaped(room.title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>
<h1>${say('title')}: ${escaped(room.title)}</h1>
<table>${facts.map(([label, value]) => `<tr><th scope="row">${label}</th><td>${value}</td></tr>`).join('')}</table>
<h2>${say('entries')}</h2>
<table><thead><tr>${(['chained', 'at', 'who', 'what'] as const).map((key) => `<th scope="col">${say(key)}</th>`).join('')}</tr></thead>
<tbody>${rowsOf(record, files, language)}</tbody></table>
<h2>${say('statutory')}</h2><p>${say('statutoryText')}</p>
<ul>${judged.verdicts.map(({ act, answer }) => `<li>${escaped(`${act}: ${answer}`)}</li>`).join('')}
${judged.flags.map(({ code, level, source }) => `<li>${escaped(`${level}: ${code} (${source[language]})`)}</li>`).join('')}</ul>
</body></html>
`;
}

function rowsOf(
  { entries }: Pick<RecordFile, 'entries'>,
  files: ReadonlyMap<string, string>,
  language: Language,
): string {
  const messages = new Map(messagesOf(entries).map(({ entry, body }) => [entry.position, body]));
  return entries
    .map((entry) => {
      const row = (at: string, who: string, what: string, held = false) =>
        `<tr${held ? ' class="held"' : ''}><td>${entry.position}</td><td>${at}</td><td>${who}</td><td class="text">${what}</td></tr>`;
      if ('withheld' in entry) return row('', '', escaped(recordWords.held[language]), true);
      const at = escaped(timeInJapan(entry.at, language));
      const body = messages.get(entry.position);
      if (!body) return row(at, '', `<code>${escaped(`${entry.kind} ${entry.id}`)}</code>`);
      const { sender, file, text } = body;
      const who = sender ? `${sender.name}\n${sender.organisation} (${roleWord(sender.role, language)})` : '';
      const path = file && files.get(file.id);
      const link =
        file &&
        (path ? `<a href="${escaped(encodeURI(path))}">${escaped(file.name)}</a>` : escaped(file.name));
      const kind =
        body.kind === 'text' ? '' : `<b>${escaped(`#${body.seq} ${kindWords(body, language)}`)}</b> `;
      const number = body.kind === 'text' ? `<b>#${body.seq}</b> ` : '';
      return row(
        at,
        escaped(who).replace('\n', '<br>'),
        `${number}${kind}${escaped(text || noteProofs(body, language))}${link ?? ''}`,
      );
    })
    .join('\n');
}

export const timeInJapan = (at: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'medium',
    timeStyle: 'medium',
  }).format(new Date(at));
