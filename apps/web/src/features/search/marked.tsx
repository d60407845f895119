import { Mark } from '@mantine/core';
import type { SearchHit } from '#contracts/search.js';

type Parts = SearchHit['highlights'][number]['parts'];

/** A text with what was looked for marked in it. */
export function Marked({ parts }: { parts: Parts }) {
  return parts.map(({ text, hit }, i) =>
    hit ? (
      <Mark key={i} color="yellow">
        {text}
      </Mark>
    ) : (
      <span key={i}>{text}</span>
    ),
  );
}
