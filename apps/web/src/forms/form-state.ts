import type { ChangeEvent, RefObject, SyntheticEvent } from 'react';
import type { z } from 'zod';
import type { Draft } from './use-draft';

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
  valueFrom?: (current: R) => z.input<S>;
}

/** Both versions of an edit that came too late, and what both began `from`; `version` is the one on the server. */
export interface StaleEdit<V> {
  mine: V;
  theirs: V;
  from: V;
  version: number;
}

export interface FormState<V> extends FormFields<V> {
  value: V;
  dirty: boolean;
  busy: boolean;
  /** Path of a field → what is wrong with it. */
  errors: Record<string, string>;
  /** What is wrong with the whole. */
  problem: string | null;
  /** The draft of an earlier visit that is now in the fields. */
  restored: Draft<V> | null;
  /** Whether what is typed is kept on this device when the screen is left. */
  keepsDraft: boolean;
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
}

interface Field {
  name: string;
  error: string | undefined;
}

/** Ties a component to a field: `<TextInput label={…} {...form.text('name')} />`. */
export interface FormFields<V> {
  /** For TextInput, Textarea, PasswordInput. */
  text: (key: keyof V & string) => Field & {
    value: string;
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  };
  /** For Select, MultiSelect, DateInput, Radio.Group …: `onChange` takes the value. */
  input: <K extends keyof V & string>(
    key: K,
  ) => Field & { value: V[K]; onChange: (value: V[K] | null) => void };
  /** For NumberInput; an empty field is null. */
  number: (
    key: keyof V & string,
  ) => Field & { value: number | ''; onChange: (value: number | string) => void };
  /** For Checkbox and Switch. */
  check: (
    key: keyof V & string,
  ) => Field & { checked: boolean; onChange: (event: ChangeEvent<HTMLInputElement>) => void };
}
