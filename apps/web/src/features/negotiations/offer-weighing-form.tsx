import { Fieldset, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  criteria,
  ratedCriteria,
  type ComparedOffer,
  type Criterion,
  type OfferWeighing,
  type OfferWeights,
  type SupplierRating,
} from '#contracts/offer-comparison.js';
import { weightShares } from '#contracts/offer-scores.js';
import { Form, FormButtons } from '../../forms/form';
import type { FormState } from '../../forms/form-state';
import { NumberField } from '../../forms/number-field';
import { Panel } from '../../parts/panel';
import { joinWords } from '../../parts/words';
import classes from './offer-comparison.module.css';

const unrated = { quality: null, capability: null, reliability: null };

interface WeighingProps {
  form: FormState<OfferWeighing>;
  items: readonly ComparedOffer[];
  /** The weights as typed, so far as they are numbers. */
  weights: OfferWeights;
}

/** Weights of the criteria and ratings of the suppliers; the points above follow while they are typed. */
export function OfferWeighingForm({ form, items, weights }: WeighingProps) {
  const { t } = useTranslation('offers');
  const nameOf = (one: Criterion) => t(`compare.criteria.${one}`);
  const ofRoom = (roomId: string) => items.find((item) => item.roomId === roomId)?.company.name ?? '';
  const ratingWords = ({ roomId, ...rating }: SupplierRating) =>
    t('compare.ratingsOf', {
      company: ofRoom(roomId),
      ratings: joinWords(ratedCriteria.map((one) => `${nameOf(one)} ${rating[one] ?? '－'}`)),
    });
  return (
    <div className="no-print">
      <Panel title={t('compare.weights')} lead={t('compare.weightsLead')}>
        <Form
          form={form}
          show={{
            label: (key) => t(key === 'weights' ? 'compare.weights' : 'compare.ratings'),
            value: (key, value) =>
              key === 'weights'
                ? joinWords(criteria.map((one) => `${nameOf(one)} ${(value as OfferWeights)[one]}`))
                : (value as SupplierRating[]).map(ratingWords).join('\n'),
          }}
        >
          <Weights form={form} weights={weights} />
          <Ratings form={form} items={items} />
          <FormButtons form={form} label={t('compare.save')} />
        </Form>
      </Panel>
    </div>
  );
}

function Weights({ form, weights }: Omit<WeighingProps, 'items'>) {
  const { t } = useTranslation('offers');
  const shares = weightShares(weights);
  const sum = criteria.reduce((total, one) => total + weights[one], 0);
  return (
    <div>
      <div className={classes.weights}>
        {criteria.map((one) => (
          <NumberField
            key={one}
            whole
            label={t(`compare.criteria.${one}`)}
            aria-label={t('compare.weight', { criterion: t(`compare.criteria.${one}`) })}
            description={t('compare.share', { share: shares[one] })}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            name={`weights.${one}`}
            value={form.value.weights[one]}
            error={form.errors[`weights.${one}`]}
            onChange={(next) => form.set('weights', { ...form.value.weights, [one]: next as number })}
          />
        ))}
      </div>
      <Text size="sm" fw={600} mt="sm" aria-live="polite">
        {t('compare.sum', { sum })}
      </Text>
      <Text size="sm" c={sum === 0 ? 'red.7' : 'dimmed'}>
        {t(sum === 0 ? 'compare.sumZero' : 'compare.sumHint')}
      </Text>
    </div>
  );
}

function Ratings({ form, items }: Pick<WeighingProps, 'form' | 'items'>) {
  const { t } = useTranslation('offers');
  const { ratings } = form.value;
  const indexOf = (roomId: string) => ratings.findIndex((one) => one.roomId === roomId);
  const rate = (roomId: string, change: Partial<SupplierRating>) => {
    const before = ratings[indexOf(roomId)] ?? { roomId, ...unrated };
    const others = ratings.filter((one) => one.roomId !== roomId);
    form.set('ratings', byRoom([...others, { ...before, ...change }]));
  };
  // In the order of their names, not of their scores, so that no field moves while it is typed into.
  const named = [...items].sort((a, b) => a.company.name.localeCompare(b.company.name, 'ja'));
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('compare.ratings')}</Text>
      <Text size="sm" c="dimmed">
        {t('compare.ratingsHint')}
      </Text>
      {named.map(({ roomId, company }) => (
        <Fieldset key={roomId} legend={company.name}>
          <div className={classes.weights}>
            {ratedCriteria.map((one) => (
              <NumberField
                key={one}
                whole
                label={t(`compare.criteria.${one}`)}
                aria-label={t('compare.rating', {
                  company: company.name,
                  criterion: t(`compare.criteria.${one}`),
                })}
                value={ratings[indexOf(roomId)]?.[one] ?? null}
                error={form.errors[`ratings.${indexOf(roomId)}.${one}`]}
                onChange={(next) => rate(roomId, { [one]: next })}
              />
            ))}
          </div>
        </Fieldset>
      ))}
    </Stack>
  );
}

/** One order for equal ratings, whatever the scores. */
export const byRoom = <T extends { roomId: string }>(ratings: readonly T[]): T[] =>
  [...ratings].sort((a, b) => (a.roomId < b.roomId ? -1 : 1));
