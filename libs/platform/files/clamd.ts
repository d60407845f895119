import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** What clamd says of a file; `name` of the signature that was found. */
export type Verdict = { readonly infected: false } | { readonly infected: true; readonly name: string };

/** The scanner gave no verdict: it cannot be reached, is too slow, breaks off, or refuses the file. */
export class ScanError extends Error {
  override readonly name = 'ScanError';
}

const MAX_REPLY = 4_096;
const CHUNK = 65_536;

/**
 * A client of clamd. Protocol: clamd(8), `zINSTREAM`: chunks with their length as four bytes, big-endian, an empty one
 * at the end; one reply that ends with a zero byte. One connection for each file.
 */
export class Clamd {
  /** @param url `tcp://host:port` or `unix:/path` @param timeoutMs longest silence of the scanner */
  constructor(
    private readonly url: string,
    private readonly timeoutMs = 60_000,
  ) {}

  /** @throws ScanError where there is no verdict */
  async scan(content: Readable): Promise<Verdict> {
    const socket = this.connect();
    try {
      const reply = replyOf(socket, this.timeoutMs);
      // Whichever comes first: clamd answers, and closes, in the middle of a file that is too large for it.
      const sent = send(socket, content).then(() => reply);
      return verdictOf(await Promise.race([reply, sent]));
    } finally {
      socket.destroy();
      content.destroy();
    }
  }

  private connect(): Socket {
    if (this.url.startsWith('unix:')) return connect({ path: this.url.slice('unix:'.length) });
    const { hostname, port } = new URL(this.url);
    return connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) });
  }
}

async function send(socket: Socket, content: Readable): Promise<void> {
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const write = async (bytes: Uint8Array) => {
    if (!socket.destroyed && !socket.write(bytes)) await Promise.race([once(socket, 'drain'), closed]);
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const piece of content as AsyncIterable<Buffer>)
    for (let from = 0; from < piece.length && !socket.destroyed; from += CHUNK) {
      const chunk = piece.subarray(from, from + CHUNK);
      await write(lengthOf(chunk.length));
      await write(chunk);
    }
  await write(lengthOf(0));
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}

/** The reply without its zero byte. */
function replyOf(socket: Socket, timeoutMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.setTimeout(timeoutMs, () => reject(new ScanError(`clamd was silent for ${timeoutMs} ms`)));
    socket.on('error', (error) => reject(new ScanError(`clamd: ${error.message}`)));
    socket.on('close', () => reject(new ScanError('clamd closed the connection without an answer')));
    socket.on('data', (piece: string) => {
      text += piece;
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > MAX_REPLY) reject(new ScanError('clamd answers with no end'));
    });
  });
}

function verdictOf(reply: string): Verdict {
  if (reply === 'stream: OK') return { infected: false };
  const [, name] = /^stream: (.+) FOUND$/.exec(reply) ?? [];
  if (name) return { infected: true, name };
  if (reply.includes('size limit exceeded'))
    throw new ScanError(`clamd takes no file as large as this (StreamMaxLength in clamd.conf): ${reply}`);
  throw new ScanError(`clamd: ${reply}`);
}
