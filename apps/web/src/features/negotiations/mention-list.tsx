import { useTranslation } from 'react-i18next';
import type { Room } from '#contracts/negotiations.js';
import classes from './talk.module.css';

export type Member = Room['members'][number];

/** What is being typed after an `@` before the caret; null where no name is begun. */
export function begunMention(text: string, caret: number): { from: number; name: string } | null {
  const found = /(?:^|[^\w.+-])[@＠]([^\s@＠]{0,20})$/.exec(text.slice(0, caret));
  const name = found?.[1];
  return name === undefined ? null : { from: caret - name.length - 1, name };
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/** Members whose name or organisation holds what was begun. */
export const fittingMembers = (members: readonly Member[], name: string): Member[] =>
  members
    .filter((member) => plain(`${member.name} ${member.organisation}`).includes(plain(name)))
    .slice(0, 6);

interface MentionListProps {
  id: string;
  members: readonly Member[];
  active: number;
  choose: (member: Member) => void;
}

/** Who can be addressed, above where one types. The keys are the text field's. */
export function MentionList({ id, members, active, choose }: MentionListProps) {
  const { t } = useTranslation('talk');
  return (
    <ul id={id} className={classes.mentions} role="listbox" aria-label={t('mention.list')}>
      {members.map((member, i) => (
        <li
          key={member.userId}
          id={`${id}-${i}`}
          role="option"
          aria-selected={i === active}
          // Before the text field loses the focus.
          onMouseDown={(event) => {
            event.preventDefault();
            choose(member);
          }}
        >
          <b>{member.name}</b> {member.organisation}
        </li>
      ))}
    </ul>
  );
}
