import { useTranslation } from 'react-i18next';
import type { Said } from './said';
import { formatTime } from './talk-times';
import classes from './talk.module.css';

/** Every wording of a text, the first one first, and when it was taken back. */
export function MessageHistory({ said }: { said: Said }) {
  const { t } = useTranslation('talk');
  return (
    <ol className={classes.history} aria-label={t('history.title')}>
      {said.versions.map(({ text, at }, i) => (
        <li key={at}>
          <time dateTime={at}>
            {i === 0
              ? `${t('history.first')} ${formatTime(at)}`
              : t('history.version', { time: formatTime(at) })}
          </time>
          <div>{text}</div>
        </li>
      ))}
      {said.withdrawnAt && (
        <li>
          <time dateTime={said.withdrawnAt}>
            {t('history.withdrawnAt', { time: formatTime(said.withdrawnAt) })}
          </time>
        </li>
      )}
    </ol>
  );
}
