import { Box, Table, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { statutoryApi, type StatutoryRule, type WorkKind, type WrittenTerm } from '#contracts/statutory.js';
import { useEndpoint } from '../../api/use-endpoint';
import { DayInput } from '../../forms/day-input';
import { shownLanguage } from '../../i18n';
import { EmptyState } from '../../parts/empty-state';
import { useFilters } from '../../parts/filters';
import { formatDay, formatYen, todayInJapan } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { PageHeader } from '../../parts/page-header';
import { formatNumber, joinWords } from '../../parts/words';

const shown = z.object({ on: z.string().default('') });
type T = TFunction<'statutory'>;

/** The rows behind the checks: what they say, from when to when, and where it is written. */
export default function StatutoryRulesScreen() {
  const { t } = useTranslation('statutory');
  const filters = useFilters(shown);
  const on = filters.value.on || todayInJapan();
  const query = useEndpoint(statutoryApi.rules, { query: { on } });
  return (
    <>
      <PageHeader title={t('rules.title')} lead={t('rules.lead')} />
      <DayInput
        label={t('rules.on')}
        value={on}
        onChange={(day) => filters.set({ on: day ?? '' })}
        maw="18rem"
        mb="md"
      />
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('rules.none')} text={t('rules.lead')} />
          ) : (
            <Rules rules={items} />
          )
        }
      </Loaded>
      <Text size="sm" mt="md">
        {t('noAdvice')}
      </Text>
    </>
  );
}

function Rules({ rules }: { rules: StatutoryRule[] }) {
  const { t } = useTranslation('statutory');
  return (
    <Box tabIndex={0} role="region" aria-label={t('rules.title')} style={{ overflowX: 'auto' }}>
      <Table miw={560} withTableBorder bg="white" verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {(['rule', 'validity', 'source'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`rules.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rules.map((rule) => (
            <Table.Tr key={`${rule.code} ${rule.validFrom}`}>
              <Table.Td>
                <Text size="sm" fw={600}>
                  {t(`act.${rule.act}`)}
                </Text>
                <Text size="sm">{ruleWords(t, rule)}</Text>
              </Table.Td>
              <Table.Td miw="9.5rem">
                <Text size="sm">
                  {rule.validTo === null
                    ? t('rules.since', { from: formatDay(rule.validFrom) })
                    : t('rules.between', { from: formatDay(rule.validFrom), to: formatDay(rule.validTo) })}
                </Text>
              </Table.Td>
              <Table.Td miw="10rem">
                <Text size="sm">{rule.source[shownLanguage()]}</Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

const named = [
  'payment-days',
  'reentrusted-payment',
  'promissory-note',
  'cash-equivalent',
  'fee-deducted',
  'written-terms',
  'price-talks',
  'records',
  'works-alone',
  'one-month',
  'six-months',
] as const;

/** What a row says, in words; its code where a later version has rows that this one does not know. */
function ruleWords(t: T, { code, params }: StatutoryRule): string {
  const { measure, works, ordererOver, ordererUpTo, supplierUpTo } = params as Partial<{
    measure: 'capital' | 'staff';
    works: WorkKind[];
    ordererOver: number;
    ordererUpTo: number | null;
    supplierUpTo: number;
  }>;
  if (measure && works && ordererOver !== undefined && supplierUpTo !== undefined) {
    const size = (n: number) => (measure === 'capital' ? formatYen(n) : formatNumber(n));
    const upTo = ordererUpTo ? t('rules.names.upTo', { upTo: size(ordererUpTo) }) : '';
    const names = joinWords(works.map((work) => t(`work.kinds.${work}`)));
    return t(`rules.names.${measure}`, {
      over: size(ordererOver),
      upTo,
      supplier: size(supplierUpTo),
      works: names,
    });
  }
  const name = named.find((one) => code.endsWith(`.${one}`));
  if (!name) return code;
  const items = (params['items'] as WrittenTerm[] | undefined) ?? [];
  return t(`rules.names.${name}`, { ...params, items: joinWords(items.map((item) => t(`term.${item}`))) });
}
