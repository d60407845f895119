import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';
import { ForbiddenScreen, NotFoundScreen } from '../shell/error-screens';

/** What a query tells of itself: TanStack's `useQuery` and our `usePages` both do. */
interface Reading<T> {
  data: T | undefined;
  isPending: boolean;
  isPaused?: boolean;
  error: Error | null;
  refetch: () => unknown;
}

/** Grey bars in the place of what is being read. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, i) => (
        <Skeleton key={i} h={i === 0 ? 28 : 18} w={i === 0 ? '40%' : `${94 - i * 9}%`} />
      ))}
    </Stack>
  );
}

/** Why something could not be read, with a way to try again. */
export function LoadError({ error, retry }: { error: Error; retry: () => unknown }) {
  const { t } = useTranslation();
  const offline = error instanceof ApiError && error.code === 'client/offline';
  return (
    <Alert
      color={offline ? 'gray' : 'red'}
      title={t(offline ? 'offline.title' : 'loadError.title')}
      role="alert"
    >
      <Text size="sm">{error instanceof ApiError ? error.message : t('loadError.text')}</Text>
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={() => void retry()}>
          {t('retry')}
        </Button>
      </Group>
    </Alert>
  );
}

/** Shows what was read; until then, or instead, that it is loading, missing, forbidden, offline or broken. */
export function Loaded<T>({
  query,
  children,
  lines,
}: {
  query: Reading<T>;
  children: (data: T) => ReactNode;
  lines?: number;
}) {
  const { error, data } = query;
  if (data !== undefined && !gone(error)) return children(data);
  if (error instanceof ApiError && error.status === 404) return <NotFoundScreen />;
  if (error instanceof ApiError && error.status === 403) return <ForbiddenScreen reason={error.message} />;
  if (error) return <LoadError error={error} retry={query.refetch} />;
  if (query.isPaused) return <OfflineNote retry={query.refetch} />;
  return <Loading lines={lines} />;
}

const gone = (error: Error | null): boolean =>
  error instanceof ApiError && (error.status === 404 || error.status === 403);

function OfflineNote({ retry }: { retry: () => unknown }) {
  const { t } = useTranslation();
  return <LoadError error={new ApiError('client/offline', t('offline.text'), 0)} retry={retry} />;
}
