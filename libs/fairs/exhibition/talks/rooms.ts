/** Socket rooms of the fair's namespace. */
export const boothRoom = (exhibitorId: string): string => `booth:${exhibitorId}`;
export const talkRoom = (talkId: string): string => `talk:${talkId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;
