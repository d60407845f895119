import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OfferLine } from '#contracts/term-sheet.js';

/** From a line of an offer to the room's document that it was made on; nothing for a line without one. */
export function DocumentLink({ roomId, line }: { roomId: string; line: OfferLine }) {
  const { t } = useTranslation('offers');
  if (!line.document) return null;
  return (
    <Anchor
      component={Link}
      to={`/rooms/${roomId}?tab=files&document=${line.document.id}`}
      size="sm"
      underline="always"
      aria-label={t('line.toDocumentOf', { item: line.item })}
    >
      {t('line.toDocument')}
    </Anchor>
  );
}
