import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { demonstrationApi } from '#contracts/demonstration.js';
import { useCommand, useEndpoint } from '../../api/use-endpoint';
import { tellProblem } from '../../forms/tell';

/** A day in two minutes. */
const SECONDS = 120;
const POLL_MS = 2_000;

/** Lets the demonstration's fair run through its day, and goes to watch it. Only for organisers, in a demonstration. */
export function PlayDemo() {
  const { t } = useTranslation('fairs');
  const navigate = useNavigate();
  const { data } = useEndpoint(demonstrationApi.get, {});
  const play = useCommand(demonstrationApi.play);
  const watch = (id: string) => void navigate({ to: '/fairs/$id/live', params: { id } });
  if (!data?.isAvailable) return null;
  const { day } = data;
  if (day?.state === 'playing')
    return (
      <Button variant="default" onClick={() => watch(day.fairId)}>
        {t('demo.watch')}
      </Button>
    );
  return (
    <Button
      variant="default"
      loading={play.isPending}
      onClick={() =>
        play.mutate(
          { body: { seconds: SECONDS } },
          { onSuccess: ({ fairId }) => watch(fairId), onError: tellProblem },
        )
      }
    >
      {t('demo.play')}
    </Button>
  );
}

/** On the demonstration's own fair: stops its day while it runs, plays it again when it is over. */
export function DemoControls({ fairId }: { fairId: string }) {
  const { t } = useTranslation('fairs');
  // Asked once; again and again only while this fair's day plays, which ends by itself.
  const { data } = useEndpoint(
    demonstrationApi.get,
    {},
    {
      refetchInterval: ({ state }) =>
        state.data?.day?.fairId === fairId && state.data.day.state === 'playing' ? POLL_MS : false,
    },
  );
  const stop = useCommand(demonstrationApi.stop);
  const day = data?.day;
  if (day?.fairId !== fairId) return null;
  if (day.state === 'playing')
    return (
      <Button
        color="red"
        variant="default"
        c="red.7"
        loading={stop.isPending}
        onClick={() => stop.mutate({}, { onError: tellProblem })}
      >
        {t('demo.stop')}
      </Button>
    );
  return (
    <>
      {day.state === 'failed' && (
        <Text size="sm" c="red.7" role="alert" w="100%">
          {t('demo.failed')}
        </Text>
      )}
      <PlayDemo />
    </>
  );
}
