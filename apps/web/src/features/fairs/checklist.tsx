import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { fairPhase, type Fair } from '#contracts/fair-exhibition.js';
import { fairExhibitorsApi, type Exhibitor } from '#contracts/fair-exhibitors.js';
import { useCommand } from '../../api/use-endpoint';
import { shownLanguage } from '../../i18n';
import { formatDay, todayInJapan } from '../../parts/format';
import { Panel } from '../../parts/panel';

/** What an exhibitor does by when, in the four phases of a fair. */
export function Checklist({ fair, exhibitor }: { fair: Fair; exhibitor: Exhibitor }) {
  const { t } = useTranslation('fairs');
  const tick = useCommand(fairExhibitorsApi.tick);
  const { tasks } = fair.content;
  const done = new Set(exhibitor.done.map(({ key }) => key));
  const today = todayInJapan();
  const finished = tasks.filter(({ key }) => done.has(key)).length;
  return (
    <Panel title={t('checklist.title')} lead={t('checklist.lead')}>
      {tasks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('checklist.none')}
        </Text>
      ) : (
        <Stack gap="md">
          <Text size="sm" role="status">
            {t('checklist.progress', { all: tasks.length, done: finished })}
          </Text>
          {fairPhase.options
            .map((phase) => ({ phase, of: tasks.filter((task) => task.phase === phase) }))
            .filter(({ of }) => of.length > 0)
            .map(({ phase, of }) => (
              <Stack key={phase} gap={6}>
                <Title order={3} size="h5">
                  {t(`phase.${phase}`)}
                </Title>
                {of.map(({ key, title, titleEn, on }) => (
                  <Checkbox
                    key={key}
                    label={shownLanguage() === 'en' && titleEn ? titleEn : title}
                    description={
                      <>
                        {t('checklist.by', { on: formatDay(on) })}
                        {!done.has(key) && on < today && (
                          <Text span size="xs" c="red.8" fw={650} ml={8}>
                            {t('checklist.overdue')}
                          </Text>
                        )}
                      </>
                    }
                    checked={done.has(key)}
                    disabled={tick.isPending}
                    onChange={(event) =>
                      tick.mutate({
                        params: { id: exhibitor.fairId, exhibitorId: exhibitor.id, key },
                        body: { isDone: event.currentTarget.checked },
                      })
                    }
                  />
                ))}
              </Stack>
            ))}
        </Stack>
      )}
    </Panel>
  );
}
