import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FairRoute } from '#contracts/fair-visitors.js';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { TextLink } from '../../parts/text-link';
import { joinWords } from '../../parts/words';

interface RoutePanelProps {
  fairId: string;
  need: string;
  /** Undefined while there is none. */
  route: FairRoute | undefined;
  onNeed: (need: string) => void;
  onClear: () => void;
  hasRoute: boolean;
}

/** A walk over the booths that answer a need: asked here, drawn on the plan. */
export function RoutePanel({ fairId, need, route, onNeed, onClear, hasRoute }: RoutePanelProps) {
  const { t } = useTranslation('fairs');
  const [typed, setTyped] = useState(need);
  return (
    <Panel title={t('route.title')} lead={t('route.lead')}>
      <form
        className="no-print"
        onSubmit={(event) => {
          event.preventDefault();
          onNeed(typed.trim());
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label={t('route.label')}
            flex={1}
            maxLength={500}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">{t('route.find')}</Button>
        </Group>
      </form>
      {hasRoute && route && (
        <>
          <Group justify="space-between" mt="md">
            <Text size="sm" role="status">
              {route.stops.length > 0
                ? `${t('route.total', { n: route.metres })}${route.isShortest ? t('route.shortest') : ''}`
                : route.online.length === 0 && t('route.none')}
            </Text>
            <Button variant="subtle" size="xs" className="no-print" onClick={onClear}>
              {t('route.clear')}
            </Button>
          </Group>
          <Stops fairId={fairId} route={route} />
        </>
      )}
    </Panel>
  );
}

function Stops({ fairId, route: { stops, online } }: { fairId: string; route: FairRoute }) {
  const { t } = useTranslation('fairs');
  const row = (exhibitorId: string, name: string, why: string[]) => (
    <>
      <TextLink to="/fairs/$id/booths/$exhibitorId" params={{ id: fairId, exhibitorId }} fw={600}>
        {name}
      </TextLink>
      {why.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('route.why', { words: joinWords(why) })}
        </Text>
      )}
    </>
  );
  return (
    <>
      <RecordList>
        {stops.map(({ exhibitorId, name, booth, why, metres }, i) => (
          <RecordRow
            key={exhibitorId}
            aside={
              <Text size="sm">
                {booth} / {t('route.metres', { n: metres })}
              </Text>
            }
          >
            {i + 1}. {row(exhibitorId, name, why)}
          </RecordRow>
        ))}
      </RecordList>
      {online.length > 0 && (
        <>
          <Text size="sm" fw={650} mt="sm">
            {t('route.online')}
          </Text>
          <RecordList>
            {online.map(({ exhibitorId, name, why }) => (
              <RecordRow key={exhibitorId}>{row(exhibitorId, name, why)}</RecordRow>
            ))}
          </RecordList>
        </>
      )}
    </>
  );
}
