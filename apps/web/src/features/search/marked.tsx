import { Mark } from '@mantine/core';
import { Fragment } from 'react';
import type { SearchHit } from '#contracts/search.js';
import { shownLanguage } from '../../i18n';
import { joinMark } from '../../parts/words';
import { namesFor } from './names-for';

type Texts = SearchHit['highlights'][number]['texts'];

/** What was looked for, marked in its text; of several names those of the reader's language, joined as it does. */
export function Marked({ texts }: { texts: Texts }) {
  return namesFor(texts, shownLanguage()).map((parts, i) => (
    <Fragment key={i}>
      {i > 0 && joinMark()}
      {parts.map(({ text, hit }, at) =>
        hit ? (
          <Mark key={at} color="yellow">
            {text}
          </Mark>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </Fragment>
  ));
}
