/** A text that was written here and is not known to be stored on the server. */
export interface KeptText {
  clientId: string;
  text: string;
  at: string;
}

/** One entry per text, so that two tabs of a room do not overwrite each other. Signing out forgets them, like drafts. */
const placeOf = (userId: string, roomId: string): string => `nakadachi.draft.${userId}.outbox.${roomId}.`;

/** Keeps a text on this device until the server has stored it. */
export function keepText(userId: string, roomId: string, kept: KeptText): void {
  try {
    localStorage.setItem(`${placeOf(userId, roomId)}${kept.clientId}`, JSON.stringify(kept));
  } catch {
    // Full or forbidden storage: the text is still sent, it only does not survive a reload.
  }
}

export function forgetText(userId: string, roomId: string, clientId: string): void {
  localStorage.removeItem(`${placeOf(userId, roomId)}${clientId}`);
}

/** What an earlier visit left unsent in this room. */
export function keptTexts(userId: string, roomId: string): KeptText[] {
  const place = placeOf(userId, roomId);
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(place))
    .flatMap((key) => {
      try {
        const { clientId, text, at } = JSON.parse(localStorage.getItem(key) ?? '') as KeptText;
        return clientId && text && at ? [{ clientId, text, at }] : [];
      } catch {
        return [];
      }
    });
}
