import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { introductionsApi } from '#contracts/introductions.js';
import { useEndpoint } from '../../api/use-endpoint';
import { Loaded } from '../../parts/loaded';
import { Panel } from '../../parts/panel';
import { IntroductionRow, waitsForViewer } from './introduction-row';
import classes from './introductions.module.css';

/** What this company has not answered yet, before everything else. */
export function WaitingForAnswer() {
  const { t } = useTranslation('introductions');
  const query = useEndpoint(introductionsApi.list, { query: { state: ['proposed'], limit: 100 } });
  return (
    <Loaded query={query} lines={2}>
      {({ items }) => {
        const waiting = items.filter(waitsForViewer);
        if (waiting.length === 0) return null;
        return (
          <Box mb="lg" className={classes.waiting}>
            <Panel title={t('list.waiting', { count: waiting.length })} lead={t('list.waitingLead')}>
              <ul className={classes.list}>
                {waiting.map((card) => (
                  <IntroductionRow key={card.id} card={card} />
                ))}
              </ul>
            </Panel>
          </Box>
        );
      }}
    </Loaded>
  );
}
