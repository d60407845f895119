import { Injectable } from '@nestjs/common';
import { materials } from '#companies/index.js';
import type { SearchLanguage } from '#platform/search/index.js';

const CODE = /^[A-Za-z]{1,5}[- ]?\d[\w.-]*$/;

/** What the engines should know of the trade's language: words that mean the same, and codes. */
@Injectable()
export class SearchLanguageSource {
  load(): Promise<SearchLanguage> {
    const codes = materials.flatMap(({ code, ja, en, synonyms }) => [code, ja, en, ...synonyms]);
    return Promise.resolve({ synonyms: [], codes: [...new Set(codes.filter((name) => CODE.test(name)))] });
  }

  /** Whether it is another than the one loaded last. */
  hasChanged(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
