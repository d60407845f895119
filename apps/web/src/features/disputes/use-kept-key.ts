import { useEffect, useState } from 'react';
import type { Dispute } from '#contracts/disputes.js';
import { useMe } from '../../api/session';
import { keptKey } from './vote-keys';

/** The key of the own vote that is in, as this browser keeps it: null where it has none, undefined until it is known. */
export function useKeptKey(dispute: Dispute): string | null | undefined {
  const me = useMe();
  const [kept, setKept] = useState<{ commitment: string; key: string | null }>();
  const commitment = dispute.votes?.ownCommitment ?? '';
  useEffect(() => {
    void keptKey({ disputeId: dispute.id, userId: me.id, commitment }).then((key) =>
      setKept({ commitment, key }),
    );
  }, [dispute.id, me.id, commitment]);
  return kept?.commitment === commitment ? kept.key : undefined;
}
