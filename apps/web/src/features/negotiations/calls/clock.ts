const two = (n: number): string => String(n).padStart(2, '0');

/** A span in ms as 12:34, or 1:02:03 from an hour on; below nothing it stays at 00:00. */
export const clock = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const hours = Math.floor(seconds / 3_600);
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};
