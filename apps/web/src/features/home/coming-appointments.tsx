import { useTranslation } from 'react-i18next';
import { appointmentsApi } from '#contracts/appointments.js';
import { formatSpan, JAPAN } from '#contracts/time-zones.js';
import { useEndpoint } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { LinkListItem } from '../../parts/link-list';
import { StateBadge } from '../../parts/state-badge';
import { HomePanel } from './home-panel';

/** The next appointments in negotiation rooms, and proposals that wait for an answer. */
export function ComingAppointments() {
  const { t } = useTranslation('home');
  const query = useEndpoint(appointmentsApi.mine, { query: { limit: 5 } });
  return (
    <HomePanel
      title={t('appointments.title')}
      query={query}
      none={t('appointments.none')}
      all={{ to: '/appointments', label: t('appointments.all') }}
      itemsOf={({ items, zone }) =>
        items.map((one) => {
          const { startsAt, endsAt, proposal } = one;
          const first = startsAt && endsAt ? { startsAt, endsAt } : proposal?.times[0];
          return (
            <LinkListItem
              key={one.id}
              to={`/rooms/${one.roomId}?tab=appointments&appointment=${one.id}`}
              title={one.title}
              detail={
                <>
                  {first && formatSpan(first.startsAt, first.endsAt, zone ?? JAPAN, shownLanguage())}
                  <br />
                  {one.roomTitle}
                </>
              }
              aside={<StateBadge kind="appointment" state={one.state} />}
            />
          );
        })
      }
    />
  );
}
