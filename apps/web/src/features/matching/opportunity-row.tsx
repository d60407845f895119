import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { opportunity } from '#contracts/matching.js';
import { formatDay } from '../../parts/format';
import { ReasonList } from '../../parts/reason-list';
import { RecordRow } from '../../parts/record-list';
import { Score } from '../../parts/score';
import { dayInJapan } from '../../parts/words';
import { topReasons } from './opportunity-reasons';

export type Opportunity = z.output<typeof opportunity>;

/** An order or patent that fits: how well, and what speaks for and against it. */
export function OpportunityRow({ opportunity: { subject, score, reasons, publishedAt } }: RowProps) {
  const { t } = useTranslation(['opportunities', 'parts']);
  const [open, setOpen] = useState(false);
  const { fits, lacks } = topReasons(reasons);
  return (
    <RecordRow>
      <Stack gap="xs" align="flex-start">
        <Group gap="xs" align="center">
          <Score value={score} />
          <Anchor
            component={Link}
            to={subject.kind === 'order' ? `/orders/${subject.id}` : `/patents/${subject.id}`}
            fw={650}
          >
            {subject.title}
          </Anchor>
          <Badge color="gray" variant="light" radius="sm" tt="none">
            {t(`kind.${subject.kind}`)}
          </Badge>
        </Group>
        {publishedAt && (
          <Text size="sm" c="dimmed">
            {t('publishedOn', { on: formatDay(dayInJapan(publishedAt)) })}
          </Text>
        )}
        {open ? (
          <ReasonList reasons={reasons} />
        ) : (
          <Stack gap="xs">
            {fits.length > 0 && <ReasonList reasons={fits} />}
            {lacks.length > 0 && <ReasonList reasons={lacks} />}
          </Stack>
        )}
        {fits.length + lacks.length < reasons.length && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? t('parts:showLess') : t('parts:reasonsAll', { n: reasons.length })}
          </Button>
        )}
      </Stack>
    </RecordRow>
  );
}

interface RowProps {
  opportunity: Opportunity;
}
