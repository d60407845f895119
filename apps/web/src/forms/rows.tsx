import { Button, CloseButton, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFolded } from '../parts/use-folded';
import classes from './rows.module.css';

interface RowsProps<T> {
  /** The field's path in the form, e.g. `processes`. */
  path: string;
  items: readonly T[];
  onChange: (items: T[]) => void;
  errors: Record<string, string>;
  make: () => T;
  addLabel: string;
  /** What a row is called; '' while it is not filled in. */
  nameOf: (item: T) => string;
  /** What else a closed row shows. */
  detailOf?: (item: T) => ReactNode;
  /** The fields of an open row. */
  children: (row: RowFields<T>) => ReactNode;
}

export interface RowFields<T> {
  item: T;
  set: (patch: Partial<T>) => void;
  error: (key: keyof T & string) => string | undefined;
}

/** Entries of a list, one line each; the one being edited is open. */
export function Rows<T>({ path, items, onChange, errors, make, addLabel, ...row }: RowsProps<T>) {
  const { t } = useTranslation('parts');
  const [opened, setOpened] = useState<number | null>(null);
  const [added, setAdded] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const wrong = (i: number) => Object.keys(errors).some((key) => key.startsWith(`${path}.${i}.`));
  const entries = items.map((item, index) => ({ item, index }));
  const { shown, more } = useFolded(entries, 20);
  // What is open or wrong is shown although it stands in the folded part.
  const visible = entries.filter(({ index }) => index < shown.length || index === opened || wrong(index));

  function remove(index: number) {
    onChange(items.filter((_, i) => i !== index));
    setOpened(null);
    addButton.current?.focus();
  }
  return (
    <Stack gap="xs" align="stretch">
      {errors[path] && (
        <Text size="sm" c="red.7" role="alert">
          {errors[path]}
        </Text>
      )}
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('rows.none')}
        </Text>
      )}
      {visible.map(({ item, index }) => (
        <Row
          key={index}
          id={`${path}-${index}`}
          open={opened === index || wrong(index)}
          wrong={wrong(index)}
          focus={added && opened === index}
          toggle={() => {
            setAdded(false);
            setOpened(opened === index ? null : index);
          }}
          remove={() => remove(index)}
          name={row.nameOf(item) || t('rows.unnamed')}
          detail={row.detailOf?.(item)}
        >
          {row.children({
            item,
            set: (patch) => onChange(items.map((other, i) => (i === index ? { ...other, ...patch } : other))),
            error: (key) => errors[`${path}.${index}.${key}`],
          })}
        </Row>
      ))}
      {more}
      <Button
        ref={addButton}
        variant="default"
        size="sm"
        style={{ alignSelf: 'flex-start' }}
        onClick={() => {
          onChange([...items, make()]);
          setAdded(true);
          setOpened(items.length);
        }}
      >
        {addLabel}
      </Button>
    </Stack>
  );
}

interface RowProps {
  id: string;
  open: boolean;
  wrong: boolean;
  /** Just added: the first field takes the focus. */
  focus: boolean;
  toggle: () => void;
  remove: () => void;
  name: string;
  detail: ReactNode;
  children: ReactNode;
}

function Row({ id, open, wrong, focus, toggle, remove, name, detail, children }: RowProps) {
  const { t } = useTranslation('parts');
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) body.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [focus]);
  return (
    <div className={classes.row} data-wrong={wrong || undefined}>
      <div className={classes.head}>
        <UnstyledButton className={classes.toggle} onClick={toggle} aria-expanded={open} aria-controls={id}>
          <Text span inherit fw={600}>
            {name}
          </Text>
          {wrong && (
            <Text span size="xs" c="red.7" ml={8}>
              {t('rows.wrong')}
            </Text>
          )}
          {!open && detail && (
            <Text span display="block" size="sm" c="dimmed">
              {detail}
            </Text>
          )}
        </UnstyledButton>
        <CloseButton mt={6} aria-label={t('rows.remove', { name })} onClick={remove} />
      </div>
      <div id={id} ref={body} className={open ? classes.body : undefined} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
