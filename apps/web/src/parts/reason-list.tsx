import { Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Reason } from '#contracts/matching.js';
import { shownLanguage } from '../i18n';
import { StateBadge } from './state-badge';

const order = { missed: 0, partly: 1, unknown: 2, met: 3 } as const;
const levels = { must: 0, want: 1, text: 2 } as const;

/** Why something fits or not, requirement by requirement: verdict, words, what to ask, what would change it. */
export function ReasonList({ reasons, limit }: { reasons: Reason[]; limit?: number }) {
  const { t } = useTranslation();
  const language = shownLanguage();
  const sorted = reasons.toSorted(
    (a, b) => levels[a.level] - levels[b.level] || order[a.verdict] - order[b.verdict],
  );
  return (
    <List
      listStyleType="none"
      spacing="xs"
      styles={{ itemWrapper: { width: '100%' }, itemLabel: { width: '100%' } }}
    >
      {sorted.slice(0, limit).map((reason, i) => (
        <List.Item key={reason.requirementId ?? `${reason.kind}-${i}`}>
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <StateBadge kind="verdict" state={reason.verdict} />
            <Stack gap={2} miw={0}>
              <Text size="sm">
                {reason.level === 'must' && (
                  <Text span inherit fw={650}>
                    {t('must')}{' '}
                  </Text>
                )}
                {reason.words[language]}
              </Text>
              {reason.question && (
                <Text size="sm" c="dimmed">
                  {t('toAsk')} {reason.question[language]}
                </Text>
              )}
              {reason.change && (
                <Text size="sm" c="dimmed">
                  {t('wouldChange')} {reason.change[language]}
                </Text>
              )}
            </Stack>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}
