import { Button, Code, Container, Text } from '@mantine/core';
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../parts/page-header';

const HomeLink = () => {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/" variant="default">
      {t('toHome')}
    </Button>
  );
};

export function NotFoundScreen() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('notFound.title')} lead={t('notFound.text')} />
      <HomeLink />
    </>
  );
}

/** `reason` is the server's sentence where it gave one. */
export function ForbiddenScreen({ reason }: { reason?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('forbidden.title')} lead={reason ?? t('forbidden.text')} />
      <HomeLink />
    </>
  );
}

/** A screen that broke: what can be done, and the error's words for whoever is asked for help. */
export function BrokenScreen({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('broken.title')} lead={t('broken.text')} />
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
      <Text size="sm" c="dimmed" mt="lg">
        {t('broken.detail')} <Code>{(error as Error).message}</Code>
      </Text>
    </>
  );
}

/** The same where the frame itself broke: without header and navigation. */
export function BrokenFrame(props: ErrorComponentProps) {
  return (
    <Container component="main" py="xl">
      <BrokenScreen {...props} />
    </Container>
  );
}
