import { Server } from 'socket.io';

/** Socket.IO alone: what comes in goes out to the room and is acknowledged; nothing is kept. */
export async function echoServer(port: number): Promise<void> {
  const io = new Server(port, { transports: ['websocket'], serveClient: false });
  io.on('connection', (socket) => {
    socket.on('room:join', ({ roomId }: { roomId: string }, answer: (a: object) => void) => {
      void socket.join(roomId);
      answer({ ok: true });
    });
    socket.on('message:send', (message: { roomId: string }, answer: (a: object) => void) => {
      io.to(message.roomId).emit('message:new', message);
      answer({ ok: true });
    });
  });
  await new Promise((resolve) => io.httpServer.once('listening', resolve));
}
