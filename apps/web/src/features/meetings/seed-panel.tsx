import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { meetingTimetableApi } from '#contracts/meeting-timetable.js';
import { urlOf } from '../../api/client';
import { Facts } from '../../parts/facts';
import { Panel } from '../../parts/panel';
import classes from './meetings.module.css';

/** The promise that ties are not broken by anybody's hand, and what everybody can check it with. */
export function SeedPanel({ event: { id, seed, seedHash, timetableHash } }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  if (!seedHash) return null;
  const hex = (text: string) => <code className={classes.hex}>{text}</code>;
  return (
    <Panel title={t('seed.title')} lead={t(seed ? 'seed.shown' : 'seed.text')}>
      <Facts
        facts={[
          { label: t('seed.hash'), value: hex(seedHash) },
          { label: t('seed.seed'), value: seed && hex(seed) },
          { label: t('seed.timetable'), value: seed && timetableHash && hex(timetableHash) },
        ]}
      />
      {seed && (
        <Stack gap={4} mt="sm">
          {timetableHash ? (
            <>
              <Anchor href={urlOf(meetingTimetableApi.record, { params: { id } })} download size="sm">
                {t('seed.download')}
              </Anchor>
              <Text size="sm">{t('seed.verify')}</Text>
              <code className={classes.hex}>npm run cli -- timetable verify timetable.json</code>
            </>
          ) : (
            <Text size="sm">{t('seed.byHand')}</Text>
          )}
        </Stack>
      )}
    </Panel>
  );
}
