import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '#contracts/matching.js';
import { ReasonList } from './reason-list';

const levels = { must: 'musts', want: 'wants', text: 'texts' } as const;

/** Why something fits or not: the musts first, the wants and what the texts tell on demand. */
export function ReasonGroups({ reasons, folded = true }: { reasons: Reason[]; folded?: boolean }) {
  const { t } = useTranslation('parts');
  const musts = reasons.filter(({ level }) => level === 'must');
  const [open, setOpen] = useState(!folded || musts.length === 0);
  const more = reasons.length - musts.length;
  const groups = (['must', 'want', 'text'] as const).filter(
    (level) => (open || level === 'must') && reasons.some((reason) => reason.level === level),
  );
  return (
    <Stack gap="sm" align="flex-start">
      {musts.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('noMusts')}
        </Text>
      )}
      {groups.map((level) => (
        <div key={level}>
          <Text size="xs" c="dimmed" fw={600} mb={4}>
            {t(levels[level])}
          </Text>
          <ReasonList reasons={reasons.filter((reason) => reason.level === level)} />
        </div>
      ))}
      {folded && musts.length > 0 && more > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? t('reasonsLess') : t('reasonsAll', { n: reasons.length })}
        </Button>
      )}
    </Stack>
  );
}
