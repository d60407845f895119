import { Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './landing.module.css';

const users = ['supplier', 'orderer', 'coordinator', 'body'] as const;
const promises = ['anonymous', 'reasons', 'record'] as const;

/** What this is for, for the four kinds of users, and the two ways in. */
export function Landing() {
  const { t } = useTranslation(['landing', 'common']);
  return (
    <div className={classes.page}>
      <title>{t('pageTitle')}</title>
      <section className={classes.hero}>
        <div>
          <Title order={1} className={classes.headline}>
            {t('headline')}
          </Title>
          <Text size="lg" className={classes.lead}>
            {t('lead')}
          </Text>
          <Group gap="sm" mt="xl">
            <Button component={Link} to="/sign-up" size="md">
              {t('start')}
            </Button>
            <Button component={Link} to="/sign-in" size="md" variant="default">
              {t('common:signIn')}
            </Button>
          </Group>
        </div>
        <Between />
      </section>
      <section aria-labelledby="for-whom">
        <Title order={2} id="for-whom" className={classes.heading}>
          {t('forWhom')}
        </Title>
        <div className={classes.users}>
          {users.map((user) => (
            <article key={user} className={classes.user}>
              <Title order={3}>{t(`user.${user}.name`)}</Title>
              <Text mt={6}>{t(`user.${user}.text`)}</Text>
            </article>
          ))}
        </div>
      </section>
      <section aria-labelledby="promises">
        <Title order={2} id="promises" className={classes.heading}>
          {t('promisesTitle')}
        </Title>
        <dl className={classes.promises}>
          {promises.map((promise) => (
            <div key={promise}>
              <dt>{t(`promise.${promise}.name`)}</dt>
              <dd>{t(`promise.${promise}.text`)}</dd>
            </div>
          ))}
        </dl>
        <Button component={Link} to="/how-it-works" variant="subtle" px={0} mt="md">
          {t('more')}
        </Button>
      </section>
    </div>
  );
}

/** The coordinator stands between two firms that do not know each other yet. */
function Between() {
  const { t } = useTranslation('landing');
  return (
    <figure className={classes.between} aria-label={t('between.label')}>
      <div className={classes.party}>
        <strong>{t('between.orderer')}</strong>
        <span>{t('between.ordererSays')}</span>
      </div>
      <div className={classes.middle}>
        <strong>{t('between.coordinator')}</strong>
        <span>{t('between.coordinatorSays')}</span>
      </div>
      <div className={classes.party}>
        <strong>{t('between.supplier')}</strong>
        <span>{t('between.supplierSays')}</span>
      </div>
    </figure>
  );
}
