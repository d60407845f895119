/** Where this device keeps whether what is being written in a room is for the two companies alone. */
export const betweenKey = (roomId: string): string => `nakadachi.between.${roomId}`;
