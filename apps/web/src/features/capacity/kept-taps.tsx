import { Alert, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CapacityTaps, type Answer } from './capacity-taps';

interface KeptTapsProps {
  answers: readonly Answer[];
  /** Keeps the answer of one process; the others stay as they are. */
  keep: (item: Omit<Answer, 'toldAt'>) => Promise<unknown>;
  isKeeping: boolean;
  /** Why the last one could not be kept. */
  error: Error | null;
  /** Said once something is kept. */
  thanks: string;
}

interface Tapped {
  readonly answer: Answer;
  readonly isKept: boolean;
}

/** The spare capacity of each process, kept at each tap; what could not be kept stays and can be kept again. */
export function KeptTaps({ answers, keep, isKeeping, error, thanks }: KeptTapsProps) {
  const { t } = useTranslation('capacity');
  const [tapped, setTapped] = useState<Record<string, Tapped>>({});
  const tell = (answer: Answer) => {
    const { toldAt: _, ...item } = answer;
    setTapped((others) => ({ ...others, [answer.process]: { answer, isKept: false } }));
    keep(item).then(
      () =>
        setTapped((now) =>
          // A later tap waits for an answer of its own.
          now[answer.process]?.answer === answer
            ? { ...now, [answer.process]: { answer, isKept: true } }
            : now,
        ),
      // Said below.
      () => undefined,
    );
  };
  const all = Object.values(tapped);
  const isKept = all.some((one) => one.isKept);
  const again = () => all.filter((one) => !one.isKept).forEach(({ answer }) => tell(answer));
  /** What was tapped, until what is known has a later time than it had then. */
  const shown = (known: Answer): Answer => {
    const answer = tapped[known.process]?.answer;
    return answer?.toldAt === known.toldAt ? answer : known;
  };
  return (
    <Stack gap="md">
      {answers.map((each) => (
        <CapacityTaps key={each.process} answer={shown(each)} onAnswer={tell} />
      ))}
      {error ? (
        <Alert color="red" role="alert" title={t('link.notKept')}>
          <Text mb="sm">{error.message}</Text>
          <Button variant="default" onClick={again} loading={isKeeping}>
            {t('link.again')}
          </Button>
        </Alert>
      ) : (
        <Text role="status" size="sm" c={isKept ? 'green.9' : 'dimmed'}>
          {isKeeping ? t('link.keeping') : isKept ? thanks : t('link.keptAtOnce')}
        </Text>
      )}
    </Stack>
  );
}
