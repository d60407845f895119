const key = (fairId: string): string => `nakadachi.fairTicket.${fairId}`;

/** The ticket that this device keeps for a fair; null where there is none. */
export function ownTicket(fairId: string): string | null {
  try {
    return localStorage.getItem(key(fairId));
  } catch {
    // Private windows of some browsers keep nothing.
    return null;
  }
}

export function keepTicket(fairId: string, token: string): void {
  try {
    localStorage.setItem(key(fairId), token);
  } catch {
    // The mailed link still opens it.
  }
}
