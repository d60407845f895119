import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import 'dayjs/locale/ja';
import './main.css';
import { queryClient } from './api/query-client';
import { startTexts } from './i18n';
import { router } from './router';
import { theme } from './theme';

/** Words of the components' own buttons. */
function useSpokenTheme() {
  const { t } = useTranslation();
  const closeButtonProps = { 'aria-label': t('close') };
  // A dialog's <header> is no second banner of the page.
  const attributes = { header: { role: 'presentation' } };
  return mergeThemeOverrides(theme, {
    components: {
      Modal: { defaultProps: { closeButtonProps, attributes } },
      Drawer: { defaultProps: { closeButtonProps, attributes } },
      Notification: { defaultProps: { closeButtonProps } },
    },
  });
}

function App() {
  const { i18n } = useTranslation();
  const spoken = useSpokenTheme();
  return (
    <MantineProvider theme={spoken} forceColorScheme="light">
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 0 }}>
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}

await startTexts();
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
