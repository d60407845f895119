import { Group, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How well something fits, 0–100, as a bar and a number. */
export function Score({ value }: { value: number }) {
  const { t } = useTranslation('parts');
  const rounded = Math.round(value);
  return (
    <Group gap={8} wrap="nowrap" aria-label={t('score', { n: rounded })} role="img">
      <Progress value={rounded} w={72} size="md" radius="xs" color="ai.5" aria-hidden />
      <Text span fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {rounded}
      </Text>
    </Group>
  );
}
