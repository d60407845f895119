import { z } from 'zod';

export const taxonomyEntry = z.object({
  code: z.string(),
  parent: z.string().nullable(),
  ja: z.string(),
  en: z.string(),
  synonyms: z.array(z.string()),
});
export const taxonomy = z.object({
  processes: z.array(taxonomyEntry),
  materials: z.array(taxonomyEntry),
  certificates: z.array(z.object({ code: z.string(), ja: z.string(), en: z.string() })),
  themes: z.array(z.object({ code: z.string(), ja: z.string(), en: z.string() })),
  industries: z.array(z.object({ code: z.string(), ja: z.string(), en: z.string() })),
  prefectures: z.array(
    z.object({
      code: z.string(),
      ja: z.string(),
      en: z.string(),
      latitude: z.number(),
      longitude: z.number(),
    }),
  ),
  municipalities: z.array(
    z.object({
      code: z.string(),
      prefecture: z.string(),
      ja: z.string(),
      en: z.string(),
      latitude: z.number(),
      longitude: z.number(),
    }),
  ),
});
export type TaxonomyDocument = z.infer<typeof taxonomy>;
