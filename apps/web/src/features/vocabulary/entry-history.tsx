import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { vocabularyApi } from '#contracts/vocabulary.js';
import { usePages } from '../../api/use-endpoint';
import { ChangedLines } from '../../parts/changed-lines';
import { formatDateTime } from '../../parts/format';
import { Loaded } from '../../parts/loaded';
import { Pager } from '../../parts/pager';
import { useEntryWords } from './entry-words';

/** Who changed an entry, when and how. */
export function EntryHistory({ id }: { id: string }) {
  const { t } = useTranslation('vocabulary');
  const pages = usePages(vocabularyApi.history, { params: { id } });
  const words = useEntryWords();
  return (
    <Loaded query={{ ...pages, data: pages.first }} lines={2}>
      {() => (
        <Stack gap="md">
          {pages.items.map(({ id: key, at, by, action, before, after }) => {
            const [was, is] = [before ? words.lines(before) : [], after ? words.lines(after) : []];
            return (
              <div key={key}>
                <Text size="sm" fw={600}>
                  {t('historyLine', { at: formatDateTime(at), by, action: t(`action.${action}`) })}
                </Text>
                {was.join('\n') !== is.join('\n') && <ChangedLines before={was} after={is} />}
              </div>
            );
          })}
          <Pager pages={pages} />
        </Stack>
      )}
    </Loaded>
  );
}
