import { useTranslation } from 'react-i18next';
import { changedLines } from './line-changes';
import { useFolded } from './use-folded';
import classes from './changed-lines.module.css';

/** What went from and what came to a list of lines. */
export function ChangedLines({ before, after }: { before: readonly string[]; after: readonly string[] }) {
  const { t } = useTranslation('parts');
  const { removed, added } = changedLines(before, after);
  const { shown, more } = useFolded(
    [
      ...removed.map((text) => ({ kind: 'removed' as const, text })),
      ...added.map((text) => ({ kind: 'added' as const, text })),
    ],
    20,
  );
  return (
    <>
      <ul className={classes.lines}>
        {shown.map(({ kind, text }, i) => (
          <li key={i} className={classes[kind]}>
            <span className={classes.kind}>{t(kind)}</span>
            <span className={classes.text}>{text}</span>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
