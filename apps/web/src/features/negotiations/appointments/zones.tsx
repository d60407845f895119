import { Select, Text } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { appointmentsApi } from '#contracts/appointments.js';
import { formatSpan, JAPAN, zoneName } from '#contracts/time-zones.js';
import { useCommand } from '../../../api/use-endpoint';
import { tellProblem } from '../../../forms/tell';
import { shownLanguage } from '../../../i18n';
import type { Span } from './times-draft';

const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || JAPAN;

/** The zone that the reader reads times in: their choice, or this device's, which the server is then told. */
export function useZone(known: string | null | undefined): string {
  const set = useCommand(appointmentsApi.setZone);
  const tell = useEffectEvent(() => set.mutate({ body: { zone: ownZone() } }));
  useEffect(() => {
    if (known === null) tell();
  }, [known]);
  return known ?? ownZone();
}

export function ZoneSelect({ zone }: { zone: string }) {
  const { t } = useTranslation('appointments');
  const set = useCommand(appointmentsApi.setZone);
  const language = shownLanguage();
  const now = new Date().toISOString();
  const names = [...new Set([zone, ownZone(), JAPAN, ...Intl.supportedValuesOf('timeZone')])];
  return (
    <Select
      size="sm"
      label={t('zone.label')}
      data={names.map((value) => ({ value, label: `${zoneName(now, value, language)} (${value})` }))}
      value={zone}
      searchable
      limit={50}
      allowDeselect={false}
      disabled={set.isPending}
      nothingFoundMessage={t('zone.none')}
      onChange={(next) => next && set.mutate({ body: { zone: next } }, { onError: tellProblem })}
      miw={{ base: 0, sm: '19rem' }}
      maw="28rem"
    />
  );
}

export interface OtherZone {
  organisation: string;
  zone: string;
}

/** When it is, in the reader's zone, and beside it in those of the others where they differ. */
export function SpanText({ span, zone, others }: { span: Span; zone: string; others: readonly OtherZone[] }) {
  const { t } = useTranslation('appointments');
  const language = shownLanguage();
  const write = (of: string) => formatSpan(span.startsAt, span.endsAt, of, language);
  return (
    <>
      <Text component="div" fw={600}>
        <time dateTime={span.startsAt}>{write(zone)}</time>
      </Text>
      {others
        .filter((other) => write(other.zone) !== write(zone))
        .map((other) => (
          <Text key={`${other.organisation} ${other.zone}`} component="div" size="sm" c="gray.7">
            {t('zone.other', { name: other.organisation, when: write(other.zone) })}
          </Text>
        ))}
    </>
  );
}
