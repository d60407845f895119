import type { TFunction } from 'i18next';
import type { DocumentRevision } from '#contracts/room-files.js';

/** 第2版（B） / Revision 2 (B). */
export function revisionName(
  { no, label }: Pick<DocumentRevision, 'no' | 'label'>,
  t: TFunction<'files'>,
): string {
  return label ? t('revision.named2', { no, label }) : t('revision.plain', { no });
}
