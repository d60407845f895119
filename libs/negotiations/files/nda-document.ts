import type { NdaDocument } from '#contracts/room-files.js';
import type { BothLanguages } from '#contracts/shapes.js';
import { ndaTemplates, type NdaTemplate } from './nda-template.data.js';

interface Names {
  readonly title: string;
  readonly ownerName: string;
  readonly candidateName: string;
}

/** The confidentiality terms for a room, from the latest template: the same names give the same document. */
export function ndaDocumentOf(room: Names, template: NdaTemplate = latestTemplate()): NdaDocument {
  const names: Record<string, string> = {
    owner: room.ownerName,
    candidate: room.candidateName,
    subject: room.title,
  };
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? '');
  const both = ({ ja, en }: BothLanguages) => ({ ja: filled(ja), en: filled(en) });
  const clauses = (language: 'ja' | 'en') =>
    template.clauses.map((clause) => {
      const [title, text] = clause[language];
      return { title, text: filled(text) };
    });
  return {
    version: template.version,
    subject: room.title,
    parties: { owner: room.ownerName, candidate: room.candidateName },
    title: both(template.title),
    preamble: both(template.preamble),
    clauses: { ja: clauses('ja'), en: clauses('en') },
  };
}

function latestTemplate(): NdaTemplate {
  const last = ndaTemplates.at(-1);
  if (!last) throw new Error('There is no template of confidentiality terms.');
  return last;
}
