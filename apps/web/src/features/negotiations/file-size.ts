/** 820 B, 12 KB, 3.4 MB. `bytes` as stored; a MB is 1,048,576 bytes, as in the upload limit. */
export function formatFileSize(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
