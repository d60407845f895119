import { Injectable } from '@nestjs/common';
import type { FairRoute } from '#contracts/fair-visitors.js';
import type { BoothApplication } from '#contracts/fair-exhibitors.js';
import { NeedsMatching } from '#matching/index.js';
import type { Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { normalise, spelled, words } from '#platform/search/index.js';
import { ThesaurusReader } from '#vocabulary/index.js';
import { isOrganiser } from '../fair.policy.js';
import { isPublished } from '../fair.states.js';
import { FairsReader } from '../fairs.reader.js';
import { spotOf, walkOver, type Spot } from './route.js';

interface Candidate {
  id: string;
  companyId: string;
  name: string;
  text: string;
  booths: string[];
  content: BoothApplication;
}
interface Chosen {
  exhibitorId: string;
  name: string;
  booths: string[];
  why: string[];
}

/** Words shown for a stop. */
const WHY = 4;

/** Which booths answer a need, and the way over them. */
@Injectable()
export class RoutesService {
  constructor(
    private readonly database: Database,
    private readonly fairs: FairsReader,
    private readonly matching: NeedsMatching,
    private readonly vocabulary: ThesaurusReader,
  ) {}

  /** Over the chosen exhibitors, or over those that fit the need best by matching and by what their pages say. */
  async route(
    actor: Actor | null,
    fairId: string,
    { need, exhibitor, limit }: { need: string; exhibitor: string[]; limit: number },
  ): Promise<FairRoute> {
    const fair = await this.fairs.readable(actor, fairId);
    const shown = isPublished(fair.state) || isOrganiser(actor, fair);
    const all = shown ? await this.exhibitors(fairId) : [];
    const chosen =
      exhibitor.length > 0
        ? all.filter(({ id }) => exhibitor.includes(id)).map((one) => asChosen(one, []))
        : await this.fitting(all, need, limit);
    const { halls } = fair.content;
    const placed = chosen.flatMap((one) => {
      const booth = one.booths.find((no) => spotOf(halls, no));
      return booth ? [{ ...one, booth, spot: spotOf(halls, booth) as Spot }] : [];
    });
    const { order, metres, isShortest } = walkOver(
      halls,
      placed.map(({ spot }) => spot),
    );
    const stops = order.flatMap((at, i) => {
      const stop = placed[at];
      return stop
        ? [
            {
              exhibitorId: stop.exhibitorId,
              name: stop.name,
              booth: stop.booth,
              why: stop.why,
              metres: metres[i] ?? 0,
            },
          ]
        : [];
    });
    const walked = new Set(stops.map(({ exhibitorId }) => exhibitorId));
    return {
      stops,
      online: chosen
        .filter(({ exhibitorId }) => !walked.has(exhibitorId))
        .map(({ exhibitorId, name, why }) => ({ exhibitorId, name, why })),
      metres: stops.reduce((sum, stop) => sum + stop.metres, 0),
      isShortest,
    };
  }

  private exhibitors(fairId: string): Promise<Candidate[]> {
    return this.database.query(
      `select x.id, x.company_id "companyId", c.name, x.content, x.search_text || e'\\n' || c.search_text "text",
         array(select t.no from fair_booth t where t.exhibitor_id = x.id order by t.no) booths
       from fair_exhibitor x join company c on c.id = x.company_id
       where x.fair_id = $1 and x.state = 'approved' order by x.id`,
      [fairId],
    );
  }

  /** Matching ranks companies; words of the page that the need or the vocabulary names lift a booth and explain it. */
  private async fitting(all: Candidate[], need: string, limit: number): Promise<Chosen[]> {
    if (need === '') return [];
    const terms = await this.termsOf(need);
    const fits = await this.matching.fit(
      [{ id: 'need', title: need, text: need, processes: [], materials: [] }],
      all.map(({ companyId }) => companyId),
    );
    const scores = new Map((fits.get('need') ?? []).map(({ companyId, score }) => [companyId, score]));
    return all
      .map((one) => {
        const said = new Set(words(one.text));
        const why = terms.filter((term) => isSaid(normalise(term), one.text, said));
        return { one, why, score: why.length * 20 + (scores.get(one.companyId) ?? 0) };
      })
      .filter(({ why }) => why.length > 0)
      .toSorted((a, b) => b.score - a.score || (a.one.id < b.one.id ? -1 : 1))
      .slice(0, limit)
      .map(({ one, why }) => asChosen(one, why.slice(0, WHY)));
  }

  /** The words of a need and what the vocabulary understands by it, each once. */
  private async termsOf(need: string): Promise<string[]> {
    const { terms } = (await this.vocabulary.thesaurus()).expand(need);
    const said = words(spelled(need)).filter((word) => [...word].length > 1);
    const all = [...said, ...terms.map(({ text }) => text)];
    return all.filter((term, i) => all.findIndex((other) => normalise(other) === normalise(term)) === i);
  }
}

/** Short terms must be words of their own: サス is no part of サステナブル. */
const isSaid = (term: string, text: string, said: ReadonlySet<string>): boolean =>
  said.has(term) || ([...term].length > 2 && text.includes(term));

const asChosen = ({ id, name, booths }: Candidate, why: string[]): Chosen => ({
  exhibitorId: id,
  name,
  booths,
  why,
});
