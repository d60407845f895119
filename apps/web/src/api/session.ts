import { useQuery, useQueryClient } from '@tanstack/react-query';
import { identityApi, type Me } from '#contracts/identity.js';
import { ApiError, call } from './client';
import { meKey } from './query-client';

async function readMe({ signal }: { signal: AbortSignal }): Promise<Me | null> {
  try {
    return (await call(identityApi.me, { signal })).data;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in: `me` is null for a visitor, and while `pending`. */
export function useSession() {
  const query = useQuery({ queryKey: meKey, queryFn: readMe, staleTime: 60_000 });
  return {
    me: query.data ?? null,
    pending: query.isPending,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

/** The signed-in person; only below a route that needs one. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('This screen needs a signed-in person.');
  return me;
}

/** Takes over the person who signed in, signed up or changed their account; nothing of another person stays cached. */
export function useTakeSession(): (me: Me | null) => void {
  const client = useQueryClient();
  return (me) => {
    const before = client.getQueryData<Me | null>(meKey);
    if (before?.id !== me?.id) client.removeQueries({ predicate: (query) => query.queryKey[0] !== meKey[0] });
    client.setQueryData(meKey, me);
  };
}
