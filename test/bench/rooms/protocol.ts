/** How a kind of server is spoken to over a WebSocket: just enough of it, so that the load is cheap to make. */
export interface Protocol {
  /** Path and query of the socket's address. */
  path(userId: string): string;
  /** Answers to what the server says first; true once the connection stands. */
  greet(frame: string, send: (frame: string) => void): boolean;
  join(roomId: string, ack: number): string;
  message(ack: number, message: object): string;
  /** The number of an acknowledgement, positive; negative where it is a refusal; 0 for any other frame. */
  acknowledged(frame: string): number;
}

const number = (frame: string, from: number): number => Number.parseInt(frame.slice(from, from + 9), 10);

/** Engine.IO 4 and Socket.IO 5, as socket.io-client speaks it over a WebSocket. */
export const socketIo: Protocol = {
  path: () => '/socket.io/?EIO=4&transport=websocket',
  greet: (frame, send) => {
    if (frame.startsWith('0')) send('40');
    if (frame === '2') send('3');
    if (frame.startsWith('44')) throw new Error(`The server refuses: ${frame}`);
    return frame.startsWith('40');
  },
  join: (roomId, ack) => `42${ack}["room:join",{"roomId":"${roomId}"}]`,
  message: (ack, message) => `42${ack}["message:send",${JSON.stringify(message)}]`,
  acknowledged: (frame) => {
    if (!frame.startsWith('43')) return 0;
    const ack = number(frame, 2);
    return frame.includes('"ok":true') ? ack : -ack;
  },
};

/** JSON lines over a bare WebSocket. */
export const bare: Protocol = {
  path: (userId) => `/?user=${userId}`,
  greet: (frame) => frame === 'hello',
  join: (roomId, ack) => JSON.stringify({ ack, join: roomId }),
  message: (ack, message) => `{"ack":${ack},"send":${JSON.stringify(message)}}`,
  acknowledged: (frame) => {
    if (!frame.startsWith('{"ack":')) return 0;
    const ack = number(frame, 7);
    return frame.includes('"ok":true') ? ack : -ack;
  },
};
