import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Agreement } from '#contracts/offers.js';
import type { Language } from '#contracts/shapes.js';
import { authorize, type Actor } from '#platform/auth/index.js';
import { Database } from '#platform/database/index.js';
import { StoredFiles } from '#platform/files/index.js';
import { writeTable } from '#platform/spreadsheet/index.js';
import { writeZip, type ZipPart } from '#platform/zip/index.js';
import type { AgreementDocument } from '../agreement-document.js';
import { minutesPdf } from '../minutes/minutes-pdf.js';
import { MinutesReader } from '../minutes/minutes.reader.js';
import { canSeeDeal } from '../room.policy.js';
import { RoomsReader } from '../rooms.reader.js';
import { AgreementPrinter } from '../signing/agreement-printer.js';
import { RoomStatutoryReader, type RoomJudgement } from '../statutory/room-statutory.reader.js';
import { README_TEXT } from './record-readme.js';
import { RoomAnnexes, type AnnexFor } from './room-annexes.js';
import { filePart, safeName, sentFiles, withdrawnOf, type FilePart } from './record-files.js';
import { RECORD_FORMAT, RECORD_NAME, recordBytes, sealRecord, type RecordFile } from './record-file.js';
import { recordHtml } from './record-html.js';
import { messagesOf, sheetsOf } from './record-rows.js';
import { isOwnFile, type RecordReaderOf } from './record-visibility.js';
import { recordWords } from './record-words.js';
import { readerOf, RecordReader } from './record.reader.js';
import { recordFindings } from './verify-record.js';
import { RoomRegisters } from './room-registers.js';
import { SealingKeys } from './sealing-keys.js';

export interface ExportedRoom {
  /** Of the archive's file. */
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** Everything that a room holds and its reader may see, as one archive that can be verified. */
@Injectable()
export class RoomExport {
  constructor(
    private readonly database: Database,
    private readonly files: StoredFiles,
    private readonly rooms: RoomsReader,
    private readonly records: RecordReader,
    private readonly statutory: RoomStatutoryReader,
    private readonly minutes: MinutesReader,
    private readonly printer: AgreementPrinter,
    private readonly keys: SealingKeys,
    private readonly registers: RoomRegisters,
    private readonly annexes: RoomAnnexes,
  ) {}

  /** For a member of the room; 404 for others. */
  async forMember(actor: Actor, roomId: string): Promise<ExportedRoom> {
    const seat = await this.rooms.seat(actor, roomId);
    authorize(canSeeDeal(seat.role));
    return this.export(readerOf(seat, actor.name), { roomId, actor, language: actor.language });
  }

  /** For whoever runs the system, with nothing held back; 404 where there is no such room. */
  async forPlatform(roomId: string, language: Language): Promise<ExportedRoom> {
    const name = recordWords.platform[language];
    return this.export({ role: 'platform', joinedSeq: 0, name }, { roomId, actor: null, language });
  }

  private async export(reader: RecordReaderOf, about: AnnexFor): Promise<ExportedRoom> {
    const { roomId, language } = about;
    const room = await this.records.room(roomId);
    const at = new Date();
    const { head, entries } = await this.records.entries(roomId, reader);
    const record: Omit<RecordFile, 'seal'> = {
      ...{ format: RECORD_FORMAT, room, made: { at: at.toISOString(), reader: reader.name } },
      ...{ verifyAt: this.records.verifyAt, entries, head, files: [] },
    };
    const judged = await this.statutory.ofRoom(roomId);
    await this.keys.all();
    const name = `${language === 'ja' ? '商談記録' : 'record'}_${at.toISOString().slice(0, 10)}.zip`;
    return { name, content: writeZip(this.parts(record, reader, judged, about), at) };
  }

  /** All parts; the record comes last, since it names the hashes of the others. */
  private async *parts(
    record: Omit<RecordFile, 'seal'>,
    reader: RecordReaderOf,
    judged: RoomJudgement,
    about: AnnexFor,
  ): AsyncGenerator<ZipPart> {
    const files: RecordFile['files'] = [];
    for await (const part of this.readable(record, reader, judged, about)) {
      files.push({ path: part.name, sha256: createHash('sha256').update(part.content).digest('hex') });
      yield part;
    }
    const sealed = sealRecord({ ...record, files }, this.keys.sealer);
    const [wrong] = recordFindings(sealed);
    // Never hand out what the chain itself does not bear: somebody has changed the database.
    if (wrong)
      throw new Error(`The chain of room ${record.room.id} is broken: ${wrong.code} ${wrong.position}.`);
    yield { name: RECORD_NAME, content: recordBytes(sealed) };
  }

  private async *readable(
    record: Omit<RecordFile, 'seal'>,
    reader: RecordReaderOf,
    judged: RoomJudgement,
    about: AnnexFor,
  ): AsyncGenerator<ZipPart> {
    const { language } = about;
    const { room, entries } = record;
    const files = await this.fileParts(record, reader);
    const paths = new Map(files.map(({ fileId, path }) => [fileId, path]));
    yield { name: 'README.txt', content: Buffer.from(README_TEXT) };
    yield { name: 'index.html', content: Buffer.from(recordHtml(record, judged, paths, language)) };
    const registers = await this.registers.sheets(room.id, reader, language);
    for (const { path, headers, rows } of [...sheetsOf(entries, language), ...registers])
      yield { name: path, content: await buffer(writeTable('csv', headers, rows)) };
    yield { name: 'statutory.json', content: Buffer.from(JSON.stringify(judged, null, 2)) };
    yield* this.documents(room, language);
    for (const file of files) yield await filePart(this.files, file);
    yield* this.annexes.parts(about);
  }

  private async *documents(room: RecordFile['room'], language: Language): AsyncGenerator<ZipPart> {
    const [held] = await this.database.query<{ document: AgreementDocument; sha256: string }>(
      'select document, sha256 from agreement where room_id = $1',
      [room.id],
    );
    if (held) {
      const agreement: Agreement = { ...held.document, sha256: held.sha256 };
      yield { name: 'agreement.pdf', content: await this.printer.print(agreement, language) };
    }
    const names = { title: room.title, ownerName: room.owner, candidateName: room.candidate };
    for (const one of await this.minutes.kept(room.id))
      yield {
        name: `minutes-${one.no}${one.state === 'draft' ? '-draft' : ''}.pdf`,
        content: await minutesPdf(names, one, language),
      };
  }

  /**
   * Files that were sent and not taken back (to the own side also those); documents only to the side that they are from,
   * since everybody else gets them with a watermark and on the owner's list, never in an archive.
   */
  private async fileParts(
    { room, entries }: Pick<RecordFile, 'room' | 'entries'>,
    reader: RecordReaderOf,
  ): Promise<FilePart[]> {
    const messages = messagesOf(entries).map(({ body }) => body);
    const sent = sentFiles(messages, withdrawnOf(messages), (role) => isOwnFile(reader, role));
    const documents = await this.database.query<{ no: number; revision: number; side: string } & Named>(
      `select d.no, v.no revision, d.side, v.file_id "fileId", f.name
       from room_document_revision v join room_document d on d.id = v.document_id
       join stored_file f on f.id = v.file_id where d.room_id = $1 order by d.no, v.no`,
      [room.id],
    );
    const own = documents
      .filter(({ side }) => isOwnFile(reader, side))
      .map(({ no, revision, fileId, name }) => ({
        path: `documents/${no}-${revision}_${safeName(name)}`,
        fileId,
      }));
    return [...sent, ...own];
  }
}

interface Named {
  readonly fileId: string;
  readonly name: string;
}
