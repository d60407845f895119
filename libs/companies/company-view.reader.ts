import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Company as Dto, CompanyCard, companyChange, companyQuery } from '#contracts/companies.js';
import type { FileInfo, Page } from '#contracts/shapes.js';
import type { Actor } from '#platform/auth/index.js';
import { authorize } from '#platform/auth/index.js';
import { Database, decodeCursor, pageFrom } from '#platform/database/index.js';
import { StoredFiles } from '#platform/files/index.js';
import { found, notFound } from '#platform/http/index.js';
import { CARD } from './companies.reader.js';
import { companyFacets } from './company-facets.js';
import { afterCursor, companyConditions, cursorKeys, orderBy, sortOf } from './company-search.js';
import { Company } from './company.entity.js';
import {
  canApprove,
  canEdit,
  canManageMembers,
  canRead,
  canReadReason,
  canVerify,
} from './company.policy.js';
import { toProfile } from './profile-columns.js';

type CompanyList = Page<CompanyCard> & { facets: Awaited<ReturnType<typeof companyFacets>> };
type Change = z.output<typeof companyChange>;
/** A company's picture: the small one is a file of its own. */
export interface Picture {
  readonly fileId: string;
  readonly smallFileId: string;
  readonly caption: string;
}

/** What the screens show of companies. */
@Injectable()
export class CompanyViewReader {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
  ) {}

  /** A company as the viewer may see it; 404 for those who may not. */
  async get(actor: Actor, id: string): Promise<Dto> {
    const row = await this.readable(actor, id);
    const [names, images] = await Promise.all([this.names(row), this.images(id)]);
    const facts = { id, state: row.state, bodyId: row.bodyId };
    return {
      id,
      corporateNumber: row.corporateNumber,
      state: row.state,
      stateReason: canReadReason(actor, facts) ? row.stateReason : '',
      profile: toProfile(row),
      capacity: row.capacity,
      images,
      ...names,
      verifiedAt: row.verifiedAt?.toISOString() ?? null,
      version: row.version,
      updatedAt: row.updatedAt.toISOString(),
      can: {
        edit: canEdit(actor, facts),
        approve: canApprove(actor, facts),
        verify: canVerify(actor, facts),
        manageMembers: canManageMembers(actor, facts),
      },
    };
  }

  /** The row, or 404 for those who may not see it. */
  async readable(actor: Actor, id: string): Promise<Company> {
    const row = await this.database.repository(Company).findOneBy({ id });
    if (!row || !canRead(actor, row)) throw notFound();
    return row;
  }

  async list(actor: Actor, query: z.output<typeof companyQuery>): Promise<CompanyList> {
    const [page, total, facets] = await Promise.all([
      this.page(actor, query),
      this.count(actor, query),
      companyFacets(this.database, actor, query),
    ]);
    return { ...page, total, facets };
  }

  /** Change history, newest first; for those who may edit the company. */
  async changes(actor: Actor, id: string, page: { cursor?: string; limit: number }): Promise<Page<Change>> {
    authorize(canEdit(actor, await this.readable(actor, id)));
    const [after] = decodeCursor(page.cursor) ?? [];
    const rows = await this.database.query<Omit<Change, 'at'> & { at: Date }>(
      `select h.id, h.at, coalesce(u.name, '') "by", h.field, h.before, h.after
       from company_change h left join app_user u on u.id = h.actor_id
       where h.company_id = $1 and ($2::uuid is null or h.id < $2) order by h.id desc limit $3`,
      [id, after ?? null, page.limit + 1],
    );
    return pageFrom(
      rows,
      page.limit,
      (row) => [row.id],
      (row) => ({ ...row, at: row.at.toISOString() }),
    );
  }

  /** Its pictures, oldest first. */
  pictures(companyId: string): Promise<Picture[]> {
    return this.database.query(
      `select file_id "fileId", small_file_id "smallFileId", caption from company_image
       where company_id = $1 order by created_at, file_id`,
      [companyId],
    );
  }

  /** One picture of a company that the viewer may see, or 404. */
  async picture(actor: Actor, companyId: string, fileId: string): Promise<Picture> {
    await this.readable(actor, companyId);
    return found((await this.pictures(companyId)).find((picture) => picture.fileId === fileId));
  }

  private async page(actor: Actor, query: z.output<typeof companyQuery>): Promise<Page<CompanyCard>> {
    const sql = companyConditions(actor, query);
    const sort = sortOf(query.sort, query.q, sql);
    const after = afterCursor(sort, decodeCursor(query.cursor), sql);
    const rows = await this.database.query<CompanyCard & { keys: (string | number)[] }>(
      `select ${CARD}, ${cursorKeys(sort)} keys from company c
       where ${sql.where()} and ${after} order by ${orderBy(sort)} limit ${sql.bind(query.limit + 1)}`,
      sql.parameters,
    );
    return pageFrom(
      rows,
      query.limit,
      (row) => row.keys,
      ({ keys: _, ...card }) => card,
    );
  }

  private async count(actor: Actor, query: z.output<typeof companyQuery>): Promise<number> {
    const sql = companyConditions(actor, query);
    const [row] = await this.database.query<{ n: number }>(
      `select count(*) n from company c where ${sql.where()}`,
      sql.parameters,
    );
    return row?.n ?? 0;
  }

  private async names({ id }: Company): Promise<Pick<Dto, 'body' | 'verifiedBy'>> {
    const [row] = await this.database.query<Pick<Dto, 'body' | 'verifiedBy'>>(
      `select case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end body,
              u.name "verifiedBy"
       from company c left join support_body b on b.id = c.body_id left join app_user u on u.id = c.verified_by
       where c.id = $1`,
      [id],
    );
    return row ?? { body: null, verifiedBy: null };
  }

  private async images(id: string): Promise<(FileInfo & { caption: string })[]> {
    const pictures = await this.pictures(id);
    const infos = await this.files.infos(pictures.map(({ fileId }) => fileId));
    return pictures.flatMap(({ fileId, caption }) => {
      const info = infos.get(fileId);
      return info ? [{ ...info, caption }] : [];
    });
  }
}
