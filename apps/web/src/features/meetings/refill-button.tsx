import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { meetingDayApi } from '#contracts/meeting-day.js';
import type { MeetingEvent } from '#contracts/meeting-events.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { Loaded } from '../../parts/loaded';
import { RecordList, RecordRow } from '../../parts/record-list';
import { formatSlotOf } from './meeting-words';

/** Gives the places of cancelled meetings to others; shows before to whom, and why. */
export function RefillButton({ event }: { event: MeetingEvent }) {
  const { t } = useTranslation('meetings');
  const params = { id: event.id };
  const refill = useCommand(meetingDayApi.refill);
  const offers = useEndpoint(meetingDayApi.refillOffers, { params }, { refetchInterval: 60_000 });
  const count = offers.data?.items.length ?? 0;
  return (
    <ConfirmButton
      label={count > 0 ? t('day.refillCount', { n: count }) : t('day.refill')}
      {...(count > 0 && { variant: 'filled' })}
      title={t('day.refillTitle')}
      text={
        <Stack gap="sm">
          <Text size="sm">{t('day.refillLead')}</Text>
          <Loaded query={offers} lines={2}>
            {({ items }) =>
              items.length === 0 ? (
                <Text>{t('day.refillNone')}</Text>
              ) : (
                <RecordList>
                  {items.map((offer) => {
                    const slot = event.slots.find(({ no }) => no === offer.slot);
                    return (
                      <RecordRow key={`${offer.ordererId} ${offer.slot}`}>
                        <Text fw={600}>
                          {t('day.refillPlace', {
                            time: slot ? formatSlotOf(slot, event) : '',
                            orderer: offer.orderer,
                            supplier: offer.supplier,
                          })}
                        </Text>
                        <Text size="sm" c="dimmed">
                          {t(`why.${offer.why}`)}
                        </Text>
                      </RecordRow>
                    );
                  })}
                </RecordList>
              )
            }
          </Loaded>
          <Text size="sm">{t('day.refillText')}</Text>
        </Stack>
      }
      onConfirm={async () => {
        try {
          const body = { digest: offers.data?.digest ?? '' };
          const { added } = await refill.mutateAsync({ params, body });
          tell(t('day.refilled', { n: added.length }));
        } catch (error) {
          // What would happen by now, to be looked at before it is confirmed again.
          void offers.refetch();
          throw error;
        }
      }}
    />
  );
}
