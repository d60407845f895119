import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './shell.module.css';
import { useNewVersion } from './use-new-version';

/** Offers to load a new version once one is there; nobody loses what they are at for it. */
export function NewVersion() {
  const { t } = useTranslation();
  const load = useNewVersion();
  return (
    <div role="status" className="no-print">
      {load && (
        <Group gap="sm" px="md" py={6} className={classes.offline}>
          <Text size="sm">{t('update.text')}</Text>
          <Button size="compact-sm" variant="default" onClick={load}>
            {t('update.reload')}
          </Button>
        </Group>
      )}
    </div>
  );
}
