import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeCard } from '#contracts/disputes.js';
import { LinkListItem } from '../../parts/link-list';
import { StateBadge } from '../../parts/state-badge';

/** A dispute in a list. */
export function DisputeItem({ dispute, detail }: { dispute: DisputeCard; detail?: ReactNode }) {
  const { t } = useTranslation('disputes');
  const { id, no, title, kind, state } = dispute;
  return (
    <LinkListItem
      to={`/disputes/${id}`}
      title={t('list.item', { no, kind: t(`kind.${kind}`), title })}
      detail={detail}
      aside={<StateBadge kind="dispute" state={state} />}
    />
  );
}
