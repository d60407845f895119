import { Injectable } from '@nestjs/common';
import { materials } from '#companies/index.js';
import type { SearchLanguage } from '#platform/search/index.js';
import { ThesaurusReader } from '#vocabulary/index.js';

const CODE = /^[A-Za-z]{1,5}[- ]?\d[\w.-]*$/;

/** What the engines should know of the trade's language: words that mean the same, and codes. */
@Injectable()
export class SearchLanguageSource {
  private version: number | null = null;

  constructor(private readonly thesaurus: ThesaurusReader) {}

  async load(): Promise<SearchLanguage> {
    const thesaurus = await this.thesaurus.thesaurus();
    this.version = thesaurus.version;
    const codes = materials.flatMap(({ code, ja, en, synonyms }) => [code, ja, en, ...synonyms]);
    return { synonyms: thesaurus.pairs(), codes: [...new Set(codes.filter((name) => CODE.test(name)))] };
  }

  /** Whether it is another than the one loaded last. */
  async hasChanged(): Promise<boolean> {
    return (await this.thesaurus.thesaurus()).version !== this.version;
  }
}
