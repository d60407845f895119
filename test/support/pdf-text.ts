import { execFileSync, spawnSync } from 'node:child_process';

/**
 * What a reader sees of a PDF, without the spaces and line breaks by which it is laid out; null where pdftotext (poppler) is
 * not installed.
 */
export function pdfText(pdf: Buffer): string | null {
  if (spawnSync('pdftotext', ['-v']).error) return null;
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(
    /\s/g,
    '',
  );
}
