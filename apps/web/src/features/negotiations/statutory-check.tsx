import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { statutoryApi } from '#contracts/statutory.js';
import { termSheet, type TermSheet } from '#contracts/term-sheet.js';
import { call } from '../../api/client';
import { keyOf } from '../../api/use-endpoint';
import { FlagsWithReminder } from './statutory-flags';

/** What to look at in terms while they are being written; nothing until they are complete. */
export function StatutoryCheck({ roomId, terms }: { roomId: string; terms: TermSheet }) {
  const [settled] = useDebouncedValue(terms, 800);
  const parsed = termSheet.safeParse(settled);
  const input = { params: { id: roomId }, body: parsed.data };
  const query = useQuery({
    queryKey: keyOf(statutoryApi.check, input),
    queryFn: async () => (await call(statutoryApi.check, { ...input, body: parsed.data as TermSheet })).data,
    enabled: parsed.success,
    placeholderData: keepPreviousData,
    retry: false,
  });
  return parsed.success && query.data ? <FlagsWithReminder flags={query.data.flags} /> : null;
}
