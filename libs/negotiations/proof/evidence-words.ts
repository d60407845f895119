import type { BothLanguages, Language } from '#contracts/shapes.js';
import type { EntryKind } from './record-chain.js';
import { kindWords } from './record-words.js';
import type { MessageBody } from './record-rows.js';

/** What an entry says, in a few words. */
export interface EvidenceWords {
  readonly kind: EntryKind;
  readonly what: string;
  readonly text: string;
  /** Name and organisation; '' for what nobody in particular did. */
  readonly who: string;
}

const kinds: Readonly<Record<Exclude<EntryKind, 'message'>, BothLanguages>> = {
  offer: { ja: '条件提示', en: 'Offer' },
  agreement: { ja: '合意書', en: 'Agreement' },
  signature: { ja: '署名', en: 'Signature' },
  price: { ja: '価格の協議', en: 'Price talks' },
  minutes: { ja: '議事録', en: 'Minutes' },
  nda: { ja: '秘密保持の確認書', en: 'Confidentiality terms' },
  file: { ja: '資料', en: 'Document' },
};

const said = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The words for an entry of a record, for those who choose among them or read what was chosen. */
export function evidenceWords(
  kind: EntryKind,
  body: Readonly<Record<string, unknown>>,
  language: Language,
): EvidenceWords {
  if (kind === 'message') {
    const { sender, file, text } = body as MessageBody;
    const who = sender ? `${sender.name} (${sender.organisation})` : '';
    return { kind, what: kindWords(body, language), text: text || (file?.name ?? ''), who };
  }
  const { name = '' } = (body['by'] ?? {}) as { name?: string };
  const no = said(body['no']);
  const what = `${kinds[kind][language]}${no && ` ${no}`}`;
  return { kind, what, text: detailOf(body, language), who: name };
}

/** What is most worth knowing of an entry that is no message. */
function detailOf(body: Readonly<Record<string, unknown>>, language: Language): string {
  const yen = body['totalYen'];
  if (typeof yen === 'number') {
    const digits = yen.toLocaleString('ja-JP');
    return language === 'ja' ? `合計 ${digits}円（税抜）` : `Total ¥${digits} (without tax)`;
  }
  const document = (body['document'] ?? body['content'] ?? body['answer'] ?? {}) as Record<string, unknown>;
  const parts = ['title', 'item', 'requestedPrice', 'reason', 'decision', 'price', 'reasons'] as const;
  return parts.flatMap((part) => said(document[part]) || []).join(' / ');
}
