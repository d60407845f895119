import { createContext, useContext } from 'react';
import type { Message } from '#contracts/message.js';

/** Takes an entry that the server answered with into the conversation, before the socket tells of it. */
export const TakeMessage = createContext<(message: Message) => void>(() => undefined);
export const useTakeMessage = () => useContext(TakeMessage);
