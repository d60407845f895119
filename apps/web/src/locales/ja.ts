/** Every text in this language, by namespace (the file's name). */
const files = import.meta.glob<Record<string, unknown>>('./ja/*.json', { eager: true, import: 'default' });

export default Object.fromEntries(
  Object.entries(files).map(([path, keys]) => [path.slice('./ja/'.length, -'.json'.length), keys]),
);
