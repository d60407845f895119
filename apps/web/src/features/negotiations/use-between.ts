import { useLocalStorage } from '@mantine/hooks';

/** Where this device keeps whether what is being written in a room is for the two companies alone. */
const betweenKey = (roomId: string): string => `nakadachi.between.${roomId}`;

/**
 * Whether what is being written in a room is for the two companies alone, and how to change it. Kept as long as a draft
 * is: what was begun between the parties is not sent to others after a reload, nor from elsewhere on this device.
 */
export const useBetween = (roomId: string) =>
  useLocalStorage({ key: betweenKey(roomId), defaultValue: false, getInitialValueInEffect: false });
