/**
 * A thread's script beside the file that starts it (`here`: its `import.meta.url`). A thread runs what was built, also
 * where that file itself runs from its source, as in tests.
 */
export function workerScript(here: string, script: string): URL {
  const built = here.endsWith('.ts') ? here.replace('/libs/fairs/', '/dist/libs/fairs/') : here;
  return new URL(`./${script}`, built);
}
