import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useRef } from 'react';
import type { Endpoint, OutputOf } from '#contracts/endpoint.js';
import type { Page } from '#contracts/shapes.js';
import { call, type CallInput, type CallOptions } from './client';

/** The cache key of an endpoint's answers; with the input, of one answer. */
export const keyOf = (endpoint: Endpoint, input?: object): unknown[] =>
  input === undefined ? [endpoint.path] : [endpoint.path, input];

/** Reads an endpoint. The last answer stays on screen while another input is loaded (`isPlaceholderData`). */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: Pick<UseQueryOptions<OutputOf<E>>, 'enabled' | 'refetchInterval'> = {},
): UseQueryResult<OutputOf<E>, Error> {
  return useQuery<OutputOf<E>>({
    queryKey: keyOf(endpoint, input),
    queryFn: async ({ signal }) => (await call(endpoint, { ...input, signal })).data,
    placeholderData: keepPreviousData,
    ...options,
  });
}

type ItemOf<E extends Endpoint> = OutputOf<E> extends Page<infer T> ? T : never;

/** All pages read so far of a list with `nextCursor`. `first` is the first page with its totals and facets. */
export interface Pages<E extends Endpoint> {
  items: ItemOf<E>[];
  first: OutputOf<E> | undefined;
  hasMore: boolean;
  loadMore: () => void;
  isLoadingMore: boolean;
  isPending: boolean;
  isPaused: boolean;
  error: Error | null;
  refetch: () => void;
}

/** Reads a list page by page; leave `cursor` out of the query. */
export function usePages<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  options: { enabled?: boolean } = {},
): Pages<E> {
  const query = useInfiniteQuery({
    queryKey: [...keyOf(endpoint, input), 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...(input as { query?: object }).query, cursor: pageParam };
      return (await call(endpoint, { ...input, query, signal })).data as Page<ItemOf<E>>;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    ...options,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    first: query.data?.pages[0] as OutputOf<E> | undefined,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    isLoadingMore: query.isFetchingNextPage,
    isPending: query.isPending,
    isPaused: query.fetchStatus === 'paused',
    error: query.error,
    refetch: () => void query.refetch(),
  };
}

/** What a command is given: the endpoint's input, and the version or file where it wants one. */
export type CommandInput<E extends Endpoint> = CallInput<E> & Omit<CallOptions, 'idempotencyKey' | 'signal'>;

/**
 * A writing endpoint. The same input sent again after a failure keeps its Idempotency-Key. After success everything
 * shown is read again, unless `quiet`.
 */
export function useCommand<E extends Endpoint>(
  endpoint: E,
  options: { quiet?: boolean } = {},
): UseMutationResult<OutputOf<E>, Error, CommandInput<E>> {
  const client = useQueryClient();
  const attempt = useRef({ input: '', key: '' });
  return useMutation({
    mutationFn: async (input: CommandInput<E>) => {
      const { onProgress: _, file, ...said } = input as CallOptions;
      const same = JSON.stringify([said, file?.name, file?.size, file?.lastModified]);
      if (attempt.current.input !== same) attempt.current = { input: same, key: crypto.randomUUID() };
      const answer = await call(endpoint, { ...input, idempotencyKey: attempt.current.key });
      attempt.current = { input: '', key: '' };
      return answer.data;
    },
    onSuccess: () => {
      if (!options.quiet) void client.invalidateQueries();
    },
  });
}
