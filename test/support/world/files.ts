import { randomUUID } from 'node:crypto';
import { roomFilesApi } from '#contracts/room-files.js';
import type { Client } from '../client.js';

interface Talks {
  readonly params: { readonly id: string };
}

/** A document that is open in the room, of the own side. */
export async function someDocument({ params }: Talks, own: Client, picture: Buffer) {
  const document = await own.ok(roomFilesApi.add, {
    params,
    body: { clientId: randomUUID(), kind: 'drawing', level: 'open' },
    file: { name: '図面.png', bytes: picture },
  });
  const { sha256 } = await own.ok(roomFilesApi.nda, { params });
  return { params, documentId: document.id, sha256, picture };
}

/** Requests to the routes of a room's documents and confidentiality terms. */
export function fileRequests({
  params,
  documentId,
  sha256,
  picture,
}: Awaited<ReturnType<typeof someDocument>>) {
  const room = { params };
  const document = { params: { ...params, documentId } };
  const revision = { params: { ...document.params, revision: 1 } };
  const file = { name: '図面.png', bytes: picture };
  const handedIn = () => ({ clientId: randomUUID(), label: 'B', note: '' });
  return {
    'roomFiles.list': room,
    'roomFiles.add': () => ({ ...room, file, body: { ...handedIn(), kind: 'drawing', level: 'nda' } }),
    'roomFiles.revise': () => ({ ...document, file, body: handedIn() }),
    'roomFiles.page': { params: { ...revision.params, page: 1 } },
    'roomFiles.download': revision,
    'roomFiles.accesses': document,
    'roomFiles.revoke': { ...document, body: { revision: 1, reason: '差し替えのため' } },
    'roomFiles.nda': room,
    'roomFiles.acceptNda': { ...room, body: { sha256 } },
    'roomFiles.ndaPdf': room,
  };
}
