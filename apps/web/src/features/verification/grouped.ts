/** A fingerprint in groups of four, as it is printed and can be compared by eye. */
export const grouped = (hex: string): string => hex.replace(/(.{4})(?=.)/g, '$1 ');
