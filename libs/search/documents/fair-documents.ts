import type { FairContent, FairState } from '#contracts/fair-exhibition.js';
import type { FairProduct } from '#contracts/fair-exhibitors.js';
import { secondsOf, tagsOf, texts, told, withBroader, type Built } from './built.js';

/** A fair that was opened, with who exhibits once that is public. */
export interface FairRow {
  readonly id: string;
  readonly state: FairState;
  readonly content: FairContent;
  readonly organisers: string[];
  readonly openedAt: Date;
  readonly exhibitors: readonly {
    name: string;
    headline: string;
    products: readonly Pick<FairProduct, 'name' | 'mark'>[];
    processes: readonly string[];
  }[];
}

/**
 * The document of a fair, for all who search: its page is public. Its catalogue is found through it, product by product,
 * and it counts for every process that somebody shows there. A draft has none.
 */
export function fairDocuments({ id, state, content, organisers, openedAt, exhibitors }: FairRow): Built[] {
  const { title, titleEn, summary, place, placeNote, pavilions } = content;
  const processes = [...new Set(exhibitors.flatMap((one) => one.processes))].sort();
  return [
    {
      document: {
        key: `fair-${id}`,
        kind: 'fair',
        id,
        audience: ['approved', 'staff'],
        hiddenFrom: [],
        texts: {
          title: [title],
          aliases: texts(titleEn, ...organisers),
          tags: tagsOf({ processes }),
          items: exhibitors.flatMap(({ name, headline, products }) => [
            texts(name, headline).join(' '),
            ...products.map((one) => `${texts(one.name, one.mark).join(' ')}（${name}）`),
          ]),
          body: texts(...summary.split(/\n\s*\n/), ...pavilions.map((one) => one.name), placeNote),
          place: texts(place),
        },
        facets: {
          // What has ended is found by its state alone, as orders are.
          state: [hasEnded(state) ? state : 'published'],
          process: withBroader(processes),
        },
        numbers: told({ since: secondsOf(openedAt) }),
        place: null,
      },
      card: {
        title,
        lead: summary.slice(0, 300),
        ...{ prefecture: null, municipality: null, industry: null, staff: null, owner: null },
        ...{ processes: [], materials: [], certificates: [] },
        ...{ state, deadline: null, since: openedAt.toISOString() },
      },
    },
  ];
}

const hasEnded = (state: FairState): boolean => state === 'cancelled' || state === 'finished';
