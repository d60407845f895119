import { Injectable } from '@nestjs/common';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { imageVariants, sniffFile, StoredFiles, type OpenFile } from '#platform/files/index.js';
import { AppError, notFound } from '#platform/http/index.js';
import { CompaniesService } from './companies.service.js';
import { CompanyImage } from './company-image.entity.js';
import { CompanyViewReader } from './company-view.reader.js';
import { canEdit } from './company.policy.js';

const MAX_PICTURES = 20;
const kinds: readonly string[] = ['png', 'jpeg', 'webp', 'gif'];

/** A company's pictures: what is uploaded is encoded anew, in two sizes. */
@Injectable()
export class CompanyImagesService {
  constructor(
    private readonly database: Database,
    private readonly companies: CompaniesService,
    private readonly view: CompanyViewReader,
    private readonly files: StoredFiles,
  ) {}

  /**
   * Errors: `file/kind-not-allowed`, `file/broken`, `file/name-differs-from-content`, `file/image-too-large`,
   * `company/too-many-images`.
   */
  async add(
    actor: Actor,
    id: string,
    { fileName, bytes, caption }: { fileName: string; bytes: Buffer; caption: string },
  ): Promise<void> {
    authorize(canEdit(actor, await this.view.readable(actor, id)));
    const sniffed = await sniffFile(bytes, fileName);
    if (sniffed.error) throw new AppError(sniffed.error);
    if (!kinds.includes(sniffed.kind)) throw new AppError('file/kind-not-allowed');
    const { full, thumb } = await imageVariants(bytes);
    await this.companies.change(actor, id, async (company) => {
      authorize(canEdit(actor, company));
      const before = await this.view.pictures(id);
      if (before.length >= MAX_PICTURES) throw new AppError('company/too-many-images', { max: MAX_PICTURES });
      const name = `${fileName.replace(/\.[^.]*$/, '')}.webp`;
      const save = (variant: typeof full) =>
        this.files.save({
          ...{ name, bytes: variant.bytes, mime: variant.mime, createdBy: actor.userId },
          handedOut: false,
        });
      const [large, small] = [await save(full), await save(thumb)];
      await this.database
        .repository(CompanyImage)
        .insert({ companyId: id, fileId: large.id, smallFileId: small.id, caption });
      return this.changed(company.id, before, actor);
    });
  }

  /** Takes a picture away; the file itself stays for the record. */
  async remove(actor: Actor, id: string, fileId: string): Promise<void> {
    await this.companies.change(actor, id, async (company) => {
      authorize(canEdit(actor, company));
      const before = await this.view.pictures(id);
      const { affected } = await this.database
        .repository(CompanyImage)
        .delete({ companyId: company.id, fileId });
      if (!affected) throw notFound();
      return this.changed(company.id, before, actor);
    });
  }

  /** A picture for those who may see the company. */
  async open(actor: Actor, id: string, fileId: string, size: 'small' | 'large'): Promise<OpenFile> {
    const picture = await this.view.picture(actor, id, fileId);
    return this.files.open(size === 'small' ? picture.smallFileId : picture.fileId);
  }

  private async changed(id: string, before: object[], actor: Actor) {
    await this.companies.tellChanged({ id }, ['images'], actor);
    return [{ field: 'images', before, after: await this.view.pictures(id) }];
  }
}
