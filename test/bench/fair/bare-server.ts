import { Server } from 'socket.io';

/** Socket.IO alone, in the fair's words: rooms are joined, what is said goes to the room; nothing is checked or kept. */
const port = Number(process.argv[2]);
const io = new Server(port, { transports: ['websocket'], serveClient: false });
type Answer = (acknowledgement: object) => void;
io.of('/fair').on('connection', (socket) => {
  const join = (kind: string, key: string) =>
    socket.on(
      `${kind}:${kind === 'booth' ? 'enter' : 'join'}`,
      (data: Record<string, string>, answer: Answer) => {
        void socket.join(`${kind}:${data[key]}`);
        answer({ ok: true });
      },
    );
  join('booth', 'exhibitorId');
  join('talk', 'talkId');
  join('session', 'sessionId');
  socket.on('talk:say', (line: { talkId: string }, answer: Answer) => {
    io.of('/fair').to(`talk:${line.talkId}`).emit('talk:said', line);
    answer({ ok: true });
  });
  socket.on('question:ask', (question: { sessionId: string }, answer: Answer) => {
    io.of('/fair').to(`session:${question.sessionId}`).emit('question:changed', question);
    answer({ ok: true });
  });
  for (const vote of ['question:vote', 'poll:vote'])
    socket.on(vote, (_: object, answer: Answer) => answer({ ok: true }));
});
io.httpServer.once('listening', () => process.send?.('listening'));
