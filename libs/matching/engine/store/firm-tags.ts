import { Dictionary, PostingSet } from '#platform/search/arrays/index.js';
import type { Supplier, Taxonomy } from '../match.types.js';
import { scopes, type Scope } from '../taxonomy-tree.js';

/** The lists of which a firm states codes. */
export type TagList = 'process' | 'material' | 'certificate' | 'theme' | 'prefecture';
const lists: TagList[] = ['process', 'material', 'certificate', 'theme', 'prefecture'];

/** Between list and code of a tag: the firm states this code / this or a narrower one / anything of this list. */
const STATED = '=';
const WITHIN = '<';
const TOLD = '!';

/**
 * Which firms have which tag: every code that a firm states, every broader one above it (so that a requirement is one
 * set, not a union over a branch of the tree), and of which lists it has told anything at all.
 */
export class FirmTags {
  private readonly dictionary = new Dictionary();
  private readonly codes: string[] = [];
  private readonly sets: PostingSet[] = [];
  /** The tags of stated codes, found without building their names. */
  private readonly statedTags: Record<TagList, Map<string, number>> = {
    process: new Map(),
    material: new Map(),
    certificate: new Map(),
    theme: new Map(),
    prefecture: new Map(),
  };
  /** Per tag of a stated code: the tags of the branches it lies in. */
  private readonly branches: (readonly number[] | undefined)[] = [];
  private readonly scopeOf: { process: (code: string) => Scope; material: (code: string) => Scope };

  constructor(taxonomy: Taxonomy) {
    this.scopeOf = {
      process: scopes(taxonomy.processParents),
      material: scopes(taxonomy.materialParents),
    };
  }

  /** How many tags there are; they are numbered from 0. */
  get size(): number {
    return this.dictionary.size;
  }

  /** Bytes of the sets. */
  get bytes(): number {
    return this.sets.reduce((sum, set) => sum + set.bytes, 0);
  }

  /** The number of the tag of those who state this code, a new one where it is new. */
  stated(list: TagList, code: string): number {
    let tag = this.statedTags[list].get(code);
    if (tag === undefined) {
      tag = this.numberOf(list, STATED, code);
      this.statedTags[list].set(code, tag);
    }
    return tag;
  }

  /** The code of a tag of `stated`. */
  codeOf(tag: number): string {
    return this.codes[tag]!;
  }

  /** The number of the tag of those who state this code; −1 where nobody ever did. */
  find(list: TagList, code: string): number {
    return this.dictionary.numberOf(`${list}${STATED}${code}`) ?? -1;
  }

  /** All broader codes. */
  broader(list: 'process' | 'material', code: string): ReadonlySet<string> {
    return this.scopeOf[list](code).broader;
  }

  /** Those who state exactly this code; undefined where nobody ever did. */
  statedBy(list: TagList, code: string): PostingSet | undefined {
    return this.known(list, STATED, code);
  }

  /** Those who state this code or a narrower one. */
  within(list: 'process' | 'material', code: string): PostingSet | undefined {
    return this.known(list, WITHIN, code) ?? this.known(list, STATED, code);
  }

  /** Those who have told anything of this list. */
  told(list: TagList): PostingSet | undefined {
    return this.known(list, TOLD, '');
  }

  /** All tags of a firm, ascending, each once. */
  tagsOf(firm: Supplier): Uint32Array {
    const found = new Set<number>();
    const stated: Record<TagList, readonly string[]> = {
      process: firm.processes.map(({ code }) => code),
      material: firm.materials,
      certificate: firm.certificates.map(({ kind }) => kind),
      theme: firm.themes,
      prefecture: firm.prefecture === null ? [] : [firm.prefecture],
    };
    for (const list of lists) {
      if (stated[list].length > 0) found.add(this.numberOf(list, TOLD, ''));
      for (const code of stated[list]) {
        const tag = this.stated(list, code);
        found.add(tag);
        for (const branch of this.branchesOf(tag, list)) found.add(branch);
      }
    }
    return Uint32Array.from(found).sort();
  }

  /** Changes a firm's tags from some to others (both ascending); only what differs is touched. */
  replace(slot: number, before: Uint32Array, after: Uint32Array): void {
    let i = 0;
    let j = 0;
    while (i < before.length || j < after.length) {
      const old = before[i] ?? Infinity;
      const now = after[j] ?? Infinity;
      if (old < now) this.sets[old]!.delete(slot);
      if (now < old) this.sets[now]!.add(slot);
      if (old <= now) i++;
      if (now <= old) j++;
    }
  }

  /** Only codes that have narrower ones, or are met as such, need a set for their branch. */
  private branchesOf(tag: number, list: TagList): readonly number[] {
    if (list !== 'process' && list !== 'material') return [];
    const known = this.branches[tag];
    if (known) return known;
    const code = this.codes[tag]!;
    const { meets, broader } = this.scopeOf[list](code);
    const above = meets.size > 1 ? [code, ...broader] : [...broader];
    const tags = above.map((each) => this.numberOf(list, WITHIN, each));
    this.branches[tag] = tags;
    return tags;
  }

  private known(list: TagList, kind: string, code: string): PostingSet | undefined {
    const tag = this.dictionary.numberOf(`${list}${kind}${code}`);
    return tag === undefined ? undefined : this.sets[tag];
  }

  private numberOf(list: TagList, kind: string, code: string): number {
    const tag = this.dictionary.add(`${list}${kind}${code}`);
    if (tag === this.sets.length) {
      this.sets.push(new PostingSet());
      this.codes.push(code);
    }
    return tag;
  }
}
