import { Anchor, Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '#contracts/search.js';
import { formatDay } from '../../parts/format';
import { PosterName } from '../../parts/poster-name';
import { StateBadge, type StateKind, type StateOf } from '../../parts/state-badge';
import { useTaxonomy } from '../../parts/taxonomy';
import { TermNames } from '../../parts/term-names';
import { dayInJapan, formatNumber, formatPlace, formatQuantity, joinWords } from '../../parts/words';
import listClasses from '../../parts/result-list.module.css';
import { addressOf } from './kinds';
import { Marked } from './marked';
import classes from './search.module.css';

/** One hit: what it is, whose, and why it was found. */
export function HitRow({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('search');
  const title = hit.highlights.find(({ field }) => field === 'title');
  const reasons = hit.highlights.filter(({ field }) => field !== 'title');
  return (
    <li className={listClasses.item}>
      <div className={listClasses.main}>
        <div className={listClasses.title}>
          <Badge variant="outline" radius="sm" tt="none" color="gray" miw="max-content">
            {t(`one.${hit.kind}`)}
          </Badge>
          <Anchor component={Link} to={addressOf(hit)} fw={600} inherit fz="md">
            {title ? <Marked texts={title.texts} /> : hit.title}
          </Anchor>
          <HitState hit={hit} />
        </div>
        <div className={listClasses.about}>
          <About hit={hit} />
        </div>
        <What hit={hit} />
        {reasons.length > 0 && (
          <dl className={classes.reasons} aria-label={t('reasons')}>
            {reasons.map(({ field, texts }) => (
              <div key={field}>
                <dt>{t(`field.${field}`)}</dt>
                <dd>
                  <Marked texts={texts} />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      <div className={listClasses.aside}>
        {hit.distanceKm !== null && <span>{t('distance', { km: formatNumber(hit.distanceKm) })}</span>}
        {hit.deadline && hit.state === 'published' && (
          <span>{t('answerBy', { on: formatDay(hit.deadline) })}</span>
        )}
        {hit.since && <span>{t(`since.${hit.kind}`, { on: formatDay(dayInJapan(hit.since)) })}</span>}
      </div>
    </li>
  );
}

function HitState({ hit: { kind, state } }: { hit: SearchHit }) {
  if (state === null || kind === 'product' || kind === 'meeting') return null;
  if (kind === 'company' && state === 'approved') return null;
  return <StateBadge kind={kind} state={state as StateOf<StateKind>} />;
}

/** Whose it is, or where and how large. */
function About({ hit }: { hit: SearchHit }) {
  const taxonomy = useTaxonomy();
  if (hit.owner) return <PosterName poster={hit.owner} link={hit.kind === 'product'} />;
  return joinWords([
    formatPlace(
      taxonomy.name('prefectures', hit.prefecture),
      taxonomy.name('municipalities', hit.municipality),
    ),
    taxonomy.name('industries', hit.industry),
    hit.staff === null ? '' : formatQuantity(hit.staff, 'people'),
  ]);
}

function What({ hit }: { hit: SearchHit }) {
  if (hit.kind !== 'product' && hit.processes.length > 0)
    return (
      <div>
        <TermNames list="processes" codes={hit.processes} limit={6} />
      </div>
    );
  const isShown = hit.highlights.some(({ field }) => field === 'lead');
  return hit.lead && !isShown ? (
    <Text size="sm" lineClamp={2}>
      {hit.lead}
    </Text>
  ) : null;
}
