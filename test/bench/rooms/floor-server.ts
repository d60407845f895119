import { WebSocketServer, type WebSocket } from 'ws';
import { MessageWriter, type NewMessage } from '#negotiations/message-writer.js';
import { Database } from '#platform/database/index.js';
import { Live } from '#platform/realtime/index.js';
import { contexts } from '../../../apps/contexts.js';

/**
 * The floor: a bare `ws` server with the product's own batched durable write and nothing else; no sessions, no checks of
 * form, no Socket.IO, no Nest.
 */
export async function floorServer(databaseUrl: string, port: number): Promise<void> {
  const rooms = new Map<string, Set<WebSocket>>();
  const to = (room: string) => ({
    emit: (_: string, message: unknown) => {
      const frame = JSON.stringify(message);
      for (const socket of rooms.get(room) ?? []) socket.send(frame);
    },
    except: () => ({ emit: () => undefined }),
  });
  const database = await Database.connect(databaseUrl, contexts);
  const all = () => ({ socketsLeave: () => {}, disconnectSockets: () => {} });
  const writer = new MessageWriter(database, new Live({ to, in: all, of: () => ({ to, in: all }) }));
  const server = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false });
  server.on('connection', (socket, request) => {
    const senderId = request.url?.split('user=')[1] ?? '';
    socket.on('message', (data: Buffer) => {
      const { ack, join, send } = JSON.parse(data.toString()) as {
        ack: number;
        join?: string;
        send?: Omit<NewMessage, 'senderId'>;
      };
      if (join) {
        const room = rooms.get(`room:${join}`) ?? new Set();
        rooms.set(`room:${join}`, room.add(socket));
        socket.send(JSON.stringify({ ack, ok: true }));
      } else if (send) {
        writer.post({ ...send, senderId }).then(
          ({ seq, createdAt }) => socket.send(JSON.stringify({ ack, ok: true, seq, createdAt })),
          (error: Error) => socket.send(JSON.stringify({ ack, ok: false, error: error.message })),
        );
      }
    });
    socket.send('hello');
  });
  await new Promise((resolve) => server.once('listening', resolve));
}
