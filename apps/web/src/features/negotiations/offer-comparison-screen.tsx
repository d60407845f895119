import { Alert, Button, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import {
  criteria,
  offerComparisonApi,
  offerWeighing,
  type ComparedOffer,
  type OfferComparison,
  type OfferWeighing,
  type OfferWeights,
} from '#contracts/offer-comparison.js';
import { inOrder, quantitiesDiffer, weighOffers } from '#contracts/offer-scores.js';
import { urlOf } from '../../api/client';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tell } from '../../forms/tell';
import { useForm } from '../../forms/use-form';
import { EmptyState } from '../../parts/empty-state';
import { formatDateTime, formatDay, todayInJapan } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { Panel } from '../../parts/panel';
import { comparedRows } from './offer-comparison-rows';
import { OfferComparisonTable } from './offer-comparison-table';
import { byRoom, OfferWeighingForm } from './offer-weighing-form';
import { useOfferWords } from './use-offer-words';
import classes from './offer-comparison.module.css';

/** The offers of several suppliers for one order, side by side, for the company that posted it. */
export default function OfferComparisonScreen() {
  const { id } = useParams({ from: '/orders/$id/offers' });
  const query = useEndpoint(offerComparisonApi.get, { params: { id } });
  return <Loaded query={query}>{(comparison) => <Page key={id} id={id} comparison={comparison} />}</Loaded>;
}

function Page({ id, comparison }: { id: string; comparison: OfferComparison }) {
  const { t } = useTranslation('offers');
  const hasOffers = comparison.items.length > 0;
  return (
    <div className={classes.sheet}>
      {/* For this screen alone, and for all of its page: a page of another name would leave an empty one behind it. */}
      <style>{'@page { size: A4 landscape; margin: 10mm }'}</style>
      <PageHeader
        title={t('compare.title')}
        lead={t('compare.lead', { title: comparison.title })}
        back={{ to: `/orders/${id}`, label: t('compare.back') }}
        action={hasOffers && <Actions id={id} />}
      />
      <Stack gap="md">
        {comparison.otherRooms > 0 && (
          <Alert color="gray">{t('compare.otherRooms', { count: comparison.otherRooms })}</Alert>
        )}
        {hasOffers ? (
          <Weighed id={id} comparison={comparison} />
        ) : (
          <EmptyState title={t('compare.none')} text={t('compare.noneText')} />
        )}
      </Stack>
    </div>
  );
}

function Actions({ id }: { id: string }) {
  const { t } = useTranslation('offers');
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button
          key={format}
          component="a"
          variant="default"
          download
          href={urlOf(offerComparisonApi.export, { params: { id }, query: { format } })}
        >
          {t('compare.export', { format: format === 'csv' ? 'CSV' : 'Excel' })}
        </Button>
      ))}
      <Button onClick={() => window.print()}>{t('compare.print')}</Button>
    </>
  );
}

const valueFrom = ({ weights, items }: OfferComparison): OfferWeighing => ({
  weights,
  ratings: byRoom(items.map(({ roomId, rating }) => ({ roomId, ...rating }))),
});

/** The table by what is typed, so that a weight is understood while it is changed. */
function Weighed({ id, comparison }: { id: string; comparison: OfferComparison }) {
  const { t } = useTranslation('offers');
  const words = useOfferWords();
  const save = useCommand(offerComparisonApi.weigh);
  const form = useForm({
    schema: offerWeighing,
    initial: valueFrom(comparison),
    version: comparison.version,
    save: (body, version) => save.mutateAsync({ params: { id }, version, body }),
    saved: () => tell(t('compare.saved')),
    valueFrom,
  });
  const weights = numbersIn(form.value.weights);
  const items = form.dirty ? preview(comparison.items, form.value, weights) : comparison.items;
  return (
    <>
      {quantitiesDiffer(comparison.items.map(({ terms }) => terms)) && (
        <Alert color="yellow">{t('compare.quantities')}</Alert>
      )}
      {form.dirty && (
        <Alert color="yellow" role="status">
          {t('compare.unsaved')}
        </Alert>
      )}
      <OfferComparisonTable items={items} rows={comparedRows({ items, weights, words, t })} />
      <Stack gap={4}>
        {!form.dirty && (
          <Text size="sm" c="dimmed">
            {comparison.weighedBy
              ? t('compare.weighedBy', {
                  name: comparison.weighedBy.name,
                  at: formatDateTime(comparison.weighedBy.at),
                })
              : t('compare.usual')}
          </Text>
        )}
        <Text size="sm" className={classes.printed}>
          {t('compare.printedOn', { on: formatDay(todayInJapan()) })}
        </Text>
      </Stack>
      <OfferWeighingForm form={form} items={comparison.items} weights={weights} />
      <div className={classes.how}>
        <Panel title={t('compare.how')}>
          <Stack gap="xs" maw="46rem">
            {(
              ['compare.howText', 'compare.howMissing', 'compare.notBinding', 'compare.twoNote'] as const
            ).map((key) => (
              <Text key={key} size="sm">
                {t(key)}
              </Text>
            ))}
          </Stack>
        </Panel>
      </div>
    </>
  );
}

/** What cannot be a weight, or is being typed, counts as 0 until it is one. */
const numbersIn = (typed: OfferWeights): OfferWeights =>
  Object.fromEntries(
    criteria.map((one) => {
      const parsed = offerWeighing.shape.weights.shape[one].safeParse(typed[one]);
      return [one, parsed.success ? parsed.data : 0];
    }),
  ) as OfferWeights;

function preview(
  items: readonly ComparedOffer[],
  { ratings }: OfferWeighing,
  weights: OfferWeights,
): ComparedOffer[] {
  const rated = items.map((item) => {
    const typed = ratings.find(({ roomId }) => roomId === item.roomId);
    return { ...item, rating: ratingsIn(typed ?? item.rating) };
  });
  const weighed = weighOffers(rated, weights);
  return inOrder(rated.map((item, i) => ({ ...item, ...weighed[i] })));
}

function ratingsIn({ quality, capability, reliability }: ComparedOffer['rating']): ComparedOffer['rating'] {
  const sound = (typed: number | null) =>
    typed !== null && Number.isInteger(typed) && typed >= 0 && typed <= 5 ? typed : null;
  return { quality: sound(quality), capability: sound(capability), reliability: sound(reliability) };
}
