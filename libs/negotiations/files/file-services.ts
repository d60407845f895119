import { PdfThread } from '#platform/pdf/index.js';
import { DocumentContent } from './document-content.js';
import { DocumentHashesReader } from './document-hashes.reader.js';
import { DocumentPictures } from './document-pictures.js';
import { DocumentsReader } from './documents.reader.js';
import { DocumentsService } from './documents.service.js';
import { RunningDownloads } from './guarded-stream.js';
import { NdaReader } from './nda.reader.js';
import { NdaService } from './nda.service.js';

/** What the negotiation rooms' documents are made of. */
export const fileServices = [
  DocumentContent,
  DocumentHashesReader,
  DocumentPictures,
  DocumentsReader,
  DocumentsService,
  NdaReader,
  NdaService,
  PdfThread,
  RunningDownloads,
];
