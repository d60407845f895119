import { conformance } from '../../testing/search/conformance.js';
import { documents } from '../../testing/search/sample.js';
import { InProcessEngine } from './in-process-engine.js';

const texts = new Map(documents.map(({ key, texts }) => [key, texts]));

conformance('the index in memory', () =>
  Promise.resolve({
    engine: new InProcessEngine((keys) =>
      Promise.resolve(new Map(keys.map((key) => [key, texts.get(key) ?? {}]))),
    ),
    close: () => Promise.resolve(),
  }),
);
