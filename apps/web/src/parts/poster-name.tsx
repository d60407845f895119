import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Poster } from '#contracts/orders.js';
import { useTaxonomy } from './taxonomy';
import { joinWords } from './words';

/** Who posts: the name where the reader may know it, else trade and prefecture. */
export function PosterName({ poster, link = false }: { poster: Poster; link?: boolean }) {
  const { t } = useTranslation('parts');
  const taxonomy = useTaxonomy();
  if (poster.name === null) {
    const about = joinWords([
      taxonomy.name('prefectures', poster.prefecture),
      taxonomy.name('industries', poster.industry),
    ]);
    return (
      <Text span inherit>
        {about ? t('undisclosedAbout', { about }) : t('undisclosed')}
      </Text>
    );
  }
  if (!link || poster.id === null) return <>{poster.name}</>;
  return (
    <Anchor component={Link} to={`/companies/${poster.id}`} inherit underline="always">
      {poster.name}
    </Anchor>
  );
}
