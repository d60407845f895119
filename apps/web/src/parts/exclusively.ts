/** So long (ms) a tab waits for another that is sending; that one may be asleep in the background. */
const PATIENCE = 12_000;

/**
 * One tab of this browser at a time. Who has waited long enough goes ahead: that the server does each thing once is its
 * own care.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  // Only where the page came over https or from this machine; elsewhere the server's care is enough.
  if (!('locks' in navigator)) return work();
  let begun = false;
  const run = () => {
    begun = true;
    return work();
  };
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, run);
  } catch (error) {
    if (begun) throw error;
    return work();
  }
}
