import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { Company } from '#contracts/companies.js';
import type { Language } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { StoredFiles } from '#platform/files/index.js';
import { image, renderPdf, type PdfContent } from '#platform/pdf/index.js';
import { CompanyViewReader } from '../company-view.reader.js';
import { sheetContent, type SheetSize } from './sheet-content.js';

/** Tried one after the other until all fits one page; the last one always does. */
const sizes: readonly SheetSize[] = [
  { entries: 8, entry: 120, prose: 700 },
  { entries: 5, entry: 80, prose: 350 },
  { entries: 3, entry: 50, prose: 150 },
  { entries: 2, entry: 30, prose: 60 },
];
/** Content of more characters (as JSON) was never seen to fit: laying it out takes a second and more. */
const TOO_MUCH = 6_500;

/** 会社PRシート: one A4 page about a company. */
@Injectable()
export class CompanySheet {
  constructor(
    private readonly view: CompanyViewReader,
    private readonly files: StoredFiles,
  ) {}

  /** For those who may see the company; its first picture stands on it. */
  async pdf(actor: Actor, id: string, language: Language): Promise<{ name: string; bytes: Buffer }> {
    const company = await this.view.get(actor, id);
    const [first] = company.images;
    const picture = first ? await this.picture(first.id) : null;
    return { name: `${company.profile.name}.pdf`, bytes: await sheetPdf(company, language, picture) };
  }

  private async picture(fileId: string): Promise<PdfContent> {
    const { stream } = await this.files.open(fileId);
    return image(await buffer(stream), 220, 150);
  }
}

/** The sheet on one page, whatever the profile's length. */
export async function sheetPdf(
  company: Company,
  language: Language,
  picture: PdfContent | null,
  printedAt = new Date(),
): Promise<Buffer> {
  const { name, nameKana, nameEn } = company.profile;
  const document = {
    title: language === 'en' && nameEn ? nameEn : name,
    subtitle: (language === 'en' ? [name] : [nameKana, nameEn]).filter(Boolean).join(' / '),
    language,
    printedAt,
    onePage: true,
  };
  const contents = sizes.map((size) => sheetContent(company, language, size, picture));
  const isSlight = (content: PdfContent[]) =>
    JSON.stringify(content, (key, value: unknown) => (key === 'image' ? '' : value)).length <= TOO_MUCH;
  const fitting = contents.filter((content, i) => i === contents.length - 1 || isSlight(content));
  let bytes: Buffer = Buffer.alloc(0);
  for (const content of fitting) {
    bytes = await renderPdf({ ...document, content });
    if (pageCount(bytes) === 1) break;
  }
  return bytes;
}

const pageCount = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
