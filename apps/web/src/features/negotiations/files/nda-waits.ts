import type { Room } from '#contracts/negotiations.js';
import type { RoomNda } from '#contracts/room-files.js';

/** Who is still to accept the confidentiality terms, from the viewer's side; null: nobody, or the viewer is no party. */
export function ndaWaitsFor(room: Room, nda: RoomNda): 'both' | 'own' | 'other' | null {
  const { role } = room.viewer;
  if (nda.inForceSince !== null || (role !== 'owner' && role !== 'candidate')) return null;
  const [first] = nda.acceptances;
  if (!first) return 'both';
  return first.side === role ? 'other' : 'own';
}
