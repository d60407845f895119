import { useEffect, useRef, useState, type ChangeEvent, type RefObject, type SyntheticEvent } from 'react';
import type { z } from 'zod';
import { ApiError } from '../api/client';
import { fieldsOf } from './messages';
import { useDraft, useKeptDraft, type Draft } from './use-draft';

export interface FormOptions<S extends z.ZodType, R> {
  /** The contract's body, or a part of it. */
  schema: S;
  initial: z.input<S>;
  /** Version of what is edited (`If-Match`); 0 for something new. */
  version?: number;
  /** Sends what the schema made of the values. */
  save: (value: z.output<S>, version: number) => Promise<R>;
  /** After saving: say so, go somewhere. */
  saved?: (result: R) => void;
  /** Keeps a draft on this device under this name, e.g. `order.new` or `company.${id}`. */
  draft?: string;
  /** What the server puts before its field names, e.g. `content.`. */
  fieldPrefix?: string;
  /** For versioned resources: what the form edits of the resource that the server has now. */
  valueOf?: (current: R) => z.input<S>;
}

/** Both versions of an edit that came too late. */
export interface StaleEdit<V> {
  mine: V;
  theirs: V;
  version: number;
}

export interface FormState<V> {
  value: V;
  dirty: boolean;
  busy: boolean;
  /** Path of a field → what is wrong with it. */
  errors: Record<string, string>;
  /** What is wrong with the whole. */
  problem: string | null;
  /** The draft of an earlier visit that is now in the fields. */
  restored: Draft<V> | null;
  stale: StaleEdit<V> | null;
  element: RefObject<HTMLFormElement | null>;
  isDirty: () => boolean;
  set: <K extends keyof V>(key: K, value: V[K]) => void;
  replace: (value: V) => void;
  /** Back to what is stored; forgets the draft. */
  reset: () => void;
  submit: (event?: SyntheticEvent) => void;
  /** Saves this over the other person's version. */
  settle: (value: V) => void;
  dismissStale: () => void;
  /** For TextInput, Textarea, PasswordInput. */
  text: (key: keyof V & string) => {
    name: string;
    value: string;
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    error: string | undefined;
  };
  /** For Select, MultiSelect, DateInput, Radio.Group …: `onChange` takes the value. */
  input: <K extends keyof V & string>(
    key: K,
  ) => {
    name: string;
    value: V[K];
    onChange: (value: V[K] | null) => void;
    error: string | undefined;
  };
  /** For NumberInput; an empty field is null. */
  number: (key: keyof V & string) => {
    name: string;
    value: number | '';
    onChange: (value: number | string) => void;
    error: string | undefined;
  };
  /** For Checkbox and Switch. */
  check: (key: keyof V & string) => {
    name: string;
    checked: boolean;
    onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    error: string | undefined;
  };
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** A form over a contract's schema: values, errors per field, draft, stale edits. Show it with `<Form form={form}>`. */
export function useForm<S extends z.ZodType, R>(options: FormOptions<S, R>): FormState<z.input<S>> {
  type V = z.input<S>;
  const draft = useDraft<V>(options.draft);
  const given = options.version ?? 0;
  const [base, setBase] = useState({ value: options.initial, version: given });
  const [edit, setEdit] = useState<{ value: V; version: number }>(draft.found ?? base);
  const [restored, setRestored] = useState(draft.found);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [stale, setStale] = useState<StaleEdit<V> | null>(null);
  const [busy, setBusy] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const dirty = !same(edit.value, base.value);
  const unsaved = useRef(dirty);
  unsaved.current = dirty;
  useKeptDraft(draft.place, edit.value, edit.version, dirty);

  // Somebody else saved: an untouched form follows; a touched one meets the newer version when it is saved.
  if (given !== base.version && given > base.version) {
    setBase({ value: options.initial, version: given });
    if (!dirty) setEdit({ value: options.initial, version: given });
  }
  useEffect(() => {
    element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus();
  }, [attempts]);

  function change(value: V, version = edit.version) {
    setEdit({ value, version });
    setProblem(null);
  }

  function refuse(fields: Record<string, string>, sentence: string | null) {
    const { '': whole, ...named } = fields;
    setErrors(named);
    setProblem(whole ?? sentence);
    setAttempts((n) => n + 1);
  }

  function fail(error: unknown, value: V) {
    if (!(error instanceof ApiError)) throw error;
    const current = error.current as (R & { version: number }) | undefined;
    if (error.code === 'request/stale' && current && options.valueOf)
      return setStale({ mine: value, theirs: options.valueOf(current), version: current.version });
    const prefix = options.fieldPrefix ?? '';
    const named = Object.entries(error.fields).map(([k, v]) => [
      k.startsWith(prefix) ? k.slice(prefix.length) : k,
      v,
    ]);
    refuse(Object.fromEntries(named) as Record<string, string>, error.message);
  }

  async function send(value: V, version: number) {
    const parsed = options.schema.safeParse(value);
    if (!parsed.success) return refuse(fieldsOf(parsed.error), null);
    setBusy(true);
    setErrors({});
    setProblem(null);
    try {
      const result = await options.save(parsed.data as z.output<S>, version);
      draft.drop();
      unsaved.current = false;
      setRestored(null);
      setStale(null);
      setBase({ value, version: versionOf(result) ?? version });
      setEdit({ value, version: versionOf(result) ?? version });
      options.saved?.(result);
    } catch (error) {
      fail(error, value);
    } finally {
      setBusy(false);
    }
  }

  const set: FormState<V>['set'] = (key, value) => {
    change({ ...(edit.value as object), [key]: value } as V);
    const own = String(key);
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([p]) => p !== own && !p.startsWith(`${own}.`))),
    );
  };
  const values = edit.value as Record<string, unknown>;
  const field = (key: string) => ({ name: key, error: errors[key] });

  return {
    value: edit.value,
    dirty,
    busy,
    errors,
    problem,
    restored,
    stale,
    element,
    isDirty: () => unsaved.current,
    set,
    replace: change,
    reset: () => {
      draft.drop();
      setRestored(null);
      setErrors({});
      change(base.value, base.version);
    },
    submit: (event) => {
      event?.preventDefault();
      void send(edit.value, edit.version);
    },
    settle: (value) => {
      change(value, stale?.version);
      void send(value, stale?.version ?? edit.version);
    },
    dismissStale: () => setStale(null),
    text: (key) => ({
      ...field(key),
      value: String(values[key] ?? ''),
      onChange: (event) => set(key, event.currentTarget.value as V[typeof key]),
    }),
    input: (key) => ({
      ...field(key),
      value: edit.value[key],
      onChange: (value) => set(key, value as V[typeof key]),
    }),
    number: (key) => ({
      ...field(key),
      value: (values[key] as number | null | undefined) ?? '',
      onChange: (value) => set(key, (value === '' ? null : Number(value)) as V[typeof key]),
    }),
    check: (key) => ({
      ...field(key),
      checked: values[key] === true,
      onChange: (event) => set(key, event.currentTarget.checked as V[typeof key]),
    }),
  };
}

const versionOf = (result: unknown): number | undefined => {
  const version = (result as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? version : undefined;
};
