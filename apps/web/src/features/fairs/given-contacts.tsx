import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fairLeadsApi } from '#contracts/fair-leads.js';
import type { FairTicket } from '#contracts/fair-visitors.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { ConfirmButton } from '../../parts/confirm-button';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { RecordList, RecordRow } from '../../parts/record-list';
import { TextLink } from '../../parts/text-link';
import { joinWords } from '../../parts/words';

/** To which booths a visitor gave the contact, when and for what; each can be taken back. */
export function GivenContacts({ ticket: { fair }, token }: { ticket: FairTicket; token: string }) {
  const { t } = useTranslation('fairs');
  const query = useEndpoint(fairLeadsApi.given, { params: { token } });
  const withdraw = useCommand(fairLeadsApi.withdraw);
  return (
    <div className="no-print">
      <Panel title={t('given.title')} lead={t('given.lead')}>
        <Loaded query={query} lines={2}>
          {({ items }) =>
            items.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('given.none')}
              </Text>
            ) : (
              <RecordList>
                {items.map(({ id, exhibitorId, company, booths, products, givenAt, withdrawnAt }) => (
                  <RecordRow
                    key={id}
                    aside={
                      withdrawnAt === null && (
                        <ConfirmButton
                          size="xs"
                          danger
                          label={t('given.withdraw')}
                          aria-label={t('given.withdrawOf', { company })}
                          title={t('given.withdrawTitle', { company })}
                          text={t('given.withdrawText')}
                          onConfirm={() =>
                            withdraw
                              .mutateAsync({ params: { token, leadId: id } })
                              .then(() => tell(t('given.withdrawn')))
                          }
                        />
                      )
                    }
                  >
                    <TextLink to="/fairs/$id/booths/$exhibitorId" params={{ id: fair.id, exhibitorId }}>
                      {company}
                    </TextLink>
                    <Text size="sm">
                      {joinWords([
                        ...(booths.length > 0 ? [t('exhibitors.booth', { no: joinWords(booths) })] : []),
                        products.length > 0
                          ? t('given.about', { products: joinWords(products) })
                          : t('given.contactOnly'),
                      ])}
                    </Text>
                    <Text size="sm" c="dimmed">
                      {t('given.at', { at: formatDateTime(givenAt) })}
                      {withdrawnAt !== null &&
                        ` ${t('given.takenBack', { at: formatDateTime(withdrawnAt) })}`}
                    </Text>
                  </RecordRow>
                ))}
              </RecordList>
            )
          }
        </Loaded>
      </Panel>
    </div>
  );
}
