interface KindFacts {
  mime: string;
  /** The first one is written; all are understood. */
  extensions: readonly [string, ...string[]];
  /** Whether a browser may show it in its window; all else is downloaded. */
  inline: boolean;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The kinds of files that people may upload. No ZIP, no SVG, no HTML, no Office files with macros. */
export const fileKinds = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'], inline: true },
  png: { mime: 'image/png', extensions: ['png'], inline: true },
  jpeg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'], inline: true },
  webp: { mime: 'image/webp', extensions: ['webp'], inline: true },
  gif: { mime: 'image/gif', extensions: ['gif'], inline: true },
  xlsx: { mime: `${OFFICE}.spreadsheetml.sheet`, extensions: ['xlsx'], inline: false },
  docx: { mime: `${OFFICE}.wordprocessingml.document`, extensions: ['docx'], inline: false },
  pptx: { mime: `${OFFICE}.presentationml.presentation`, extensions: ['pptx'], inline: false },
  csv: { mime: 'text/csv', extensions: ['csv'], inline: false },
  txt: { mime: 'text/plain', extensions: ['txt'], inline: false },
  dxf: { mime: 'image/vnd.dxf', extensions: ['dxf'], inline: false },
  step: { mime: 'model/step', extensions: ['step', 'stp'], inline: false },
  stl: { mime: 'model/stl', extensions: ['stl'], inline: false },
} as const satisfies Record<string, KindFacts>;

export type FileKind = keyof typeof fileKinds;

/** The kind that a name claims, by its extension. */
export function kindOfName(name: string): FileKind | undefined {
  const extension = /\.([^./\\]+)$/.exec(name.trim().normalize('NFKC').toLowerCase())?.[1];
  const kinds = Object.keys(fileKinds) as FileKind[];
  return kinds.find((kind) => (fileKinds[kind].extensions as readonly string[]).includes(extension ?? ''));
}
