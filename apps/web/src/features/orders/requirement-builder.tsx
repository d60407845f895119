import { Button, CloseButton, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Requirement } from '#contracts/orders.js';
import { blankRequirement, requirementKinds } from './requirement-entry';
import { RequirementFields, useRequirementName } from './requirement-fields';
import classes from './requirements.module.css';

interface RequirementBuilderProps {
  items: Requirement[];
  onChange: (items: Requirement[]) => void;
  errors: Record<string, string>;
}

/** What the order asks for: a kind is chosen, then its values and whether it is a must. */
export function RequirementBuilder({ items, onChange, errors }: RequirementBuilderProps) {
  const { t } = useTranslation('orders');
  const [added, setAdded] = useState('');
  const kinds = useRef<HTMLDivElement>(null);
  return (
    <Stack gap="sm">
      {errors.requirements && (
        <Text size="sm" c="red.7" role="alert">
          {errors.requirements}
        </Text>
      )}
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('form.empty')}
        </Text>
      )}
      {items.map((item, index) => (
        <RequirementRow
          key={item.id}
          item={item}
          isNew={item.id === added}
          error={(field) => errors[`requirements.${index}.${field}`]}
          wrong={Object.keys(errors).some((path) => path.startsWith(`requirements.${index}.`))}
          change={(patch) =>
            onChange(items.map((other, i) => (i === index ? ({ ...other, ...patch } as Requirement) : other)))
          }
          remove={() => {
            onChange(items.filter((_, i) => i !== index));
            kinds.current?.querySelector('button')?.focus();
          }}
        />
      ))}
      <div role="group" aria-label={t('form.add')}>
        <Text size="sm" fw={600} mb={6} aria-hidden>
          {t('form.add')}
        </Text>
        <div className={classes.kinds} ref={kinds}>
          {requirementKinds.map((kind) => (
            <Button
              key={kind}
              variant="default"
              size="compact-md"
              onClick={() => {
                const item = blankRequirement(kind);
                onChange([...items, item]);
                setAdded(item.id);
              }}
            >
              ＋ {t(`kind.${kind}`)}
            </Button>
          ))}
        </div>
      </div>
    </Stack>
  );
}

interface RequirementRowProps {
  item: Requirement;
  /** Just added: its first field takes the focus. */
  isNew: boolean;
  wrong: boolean;
  error: (field: string) => string | undefined;
  change: (patch: Partial<Requirement>) => void;
  remove: () => void;
}

function RequirementRow({ item, isNew, wrong, error, change, remove }: RequirementRowProps) {
  const { t } = useTranslation(['orders', 'common']);
  const fields = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isNew) fields.current?.querySelector<HTMLElement>('input')?.focus();
  }, [isNew]);
  const name = useRequirementName()(item.kind);
  return (
    <div className={classes.row} role="group" aria-label={name} data-wrong={wrong || undefined}>
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          aria-label={t('form.level', { name })}
          value={item.level}
          onChange={(level) => change({ level: level === 'must' ? 'must' : 'want' })}
          data={[
            { value: 'must', label: t('common:must') },
            { value: 'want', label: t('common:want') },
          ]}
        />
        <Text size="sm" fw={600} aria-hidden>
          {name}
        </Text>
      </div>
      <CloseButton aria-label={t('form.remove', { name })} onClick={remove} />
      <div className={classes.fields} ref={fields}>
        <RequirementFields item={item} change={change} error={error} />
      </div>
    </div>
  );
}
