import { failureOf } from './client';
import { shownLanguage } from '../i18n';

/** The bytes behind an address of ours. Throws the same errors as `call`. */
export async function blobOf(url: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(url, {
    credentials: 'same-origin',
    headers: { 'accept-language': shownLanguage() },
    signal,
  });
  if (!response.ok) throw failureOf(response.status, await response.text());
  return response.blob();
}
