import { Injectable } from '@nestjs/common';
import type { Language } from '#contracts/shapes.js';
import { Database } from '#platform/database/index.js';
import type { ExportRow } from '#platform/spreadsheet/index.js';
import { sheet, roleWord, type Sheet } from './record-rows.js';
import { isOwnFile, type RecordReaderOf } from './record-visibility.js';
import { recordWords } from './record-words.js';

/** What is kept of a room beside its record: who looked at documents, who was in calls, and index series of price talks. */
@Injectable()
export class RoomRegisters {
  constructor(private readonly database: Database) {}

  /** Those that have rows. Who looked at a document is for its own side alone. */
  async sheets(roomId: string, reader: RecordReaderOf, language: Language): Promise<Sheet[]> {
    const sheets = [
      sheet(
        'documents/accesses.csv',
        ['document', 'revision', 'at', 'who', 'organisation', 'role', 'access', 'page'],
        await this.accesses(roomId, reader, language),
        language,
      ),
      sheet('calls.csv', ['at', 'leftAt', 'who', 'role'], await this.calls(roomId, language), language),
      sheet(
        'price-indexes.csv',
        ['index', 'source', 'fileName', 'at', 'who', 'period', 'value'],
        await this.indexes(roomId),
        language,
      ),
    ];
    return sheets.filter(({ rows }) => rows.length > 0);
  }

  private async accesses(roomId: string, reader: RecordReaderOf, language: Language): Promise<ExportRow[]> {
    const rows = await this.database.query<Access>(
      `select d.no document, d.side, a.revision, a.at, u.name who, a.organisation, a.role, a.what, a.page
       from room_file_access a join room_document d on d.id = a.document_id join app_user u on u.id = a.user_id
       where d.room_id = $1 order by a.id`,
      [roomId],
    );
    return rows
      .filter(({ side }) => isOwnFile(reader, side))
      .map(({ side: _, what, role, ...row }) => ({
        ...row,
        role: roleWord(role, language),
        access: recordWords[what][language],
      }));
  }

  private async calls(roomId: string, language: Language): Promise<ExportRow[]> {
    const rows = await this.database.query<{ at: Date; leftAt: Date | null; who: string; role: string }>(
      `select p.joined_at "at", p.left_at "leftAt", u.name who, m.role from call_participant p
       join room_call c on c.id = p.call_id join app_user u on u.id = p.user_id
       join room_member m on m.room_id = c.room_id and m.user_id = p.user_id
       where c.room_id = $1 order by p.joined_at, p.peer_id`,
      [roomId],
    );
    return rows.map((row) => ({ ...row, role: roleWord(row.role, language) }));
  }

  private indexes(roomId: string): Promise<ExportRow[]> {
    return this.database.query(
      `select i.name "index", i.source, i.file_name "fileName", i.created_at "at", u.name who,
         p->>'period' "period", p->>'value' "value"
       from price_index i join app_user u on u.id = i.attached_by, jsonb_array_elements(i.points) with ordinality l(p, n)
       where i.room_id = $1 order by i.id, n`,
      [roomId],
    );
  }
}

interface Access {
  readonly document: number;
  readonly side: string;
  readonly revision: number;
  readonly at: Date;
  readonly who: string;
  readonly organisation: string;
  readonly role: string;
  readonly what: 'view' | 'download';
  readonly page: number | null;
}
