import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';

export const meKey = ['me'] as const;

/** A session that ended elsewhere: the frame then asks to sign in again, and comes back here. */
function noticeEndedSession(error: unknown): void {
  if (error instanceof ApiError && error.code === 'auth/not-signed-in') queryClient.setQueryData(meKey, null);
}

const worthRetrying = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status === 503);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEndedSession }),
  mutationCache: new MutationCache({ onError: noticeEndedSession }),
  defaultOptions: {
    // Without a connection, too, a question goes out: the service worker may have the last answer.
    queries: {
      networkMode: 'offlineFirst',
      staleTime: 5_000,
      retry: (count, error) => count < 2 && worthRetrying(error),
    },
    // Without a connection a command fails at once and says so; nothing waits to be sent later unseen.
    mutations: { networkMode: 'always', retry: false },
  },
});
