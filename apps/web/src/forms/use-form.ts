import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { ApiError } from '../api/client';
import { fieldsFor } from './form-fields';
import type { FormOptions, FormState, StaleEdit } from './form-state';
import { fieldsOf } from './messages';
import { useDraft, useKeptDraft } from './use-draft';

/** What is typed (`value`) over a version of what is stored (`from`). */
interface Edit<V> {
  value: V;
  from: V;
  version: number;
}

/** A form over a contract's schema: values, errors per field, draft, stale edits. Show it with `<Form form={form}>`. */
export function useForm<S extends z.ZodType, R>(options: FormOptions<S, R>): FormState<z.input<S>> {
  type V = z.input<S>;
  const editing = useEditing<V>(options.initial, options.version ?? 0, options.draft);
  const faults = useFaults();
  const { send, busy, stale, setStale } = useSaving(options, editing.settled, faults);
  const { value, version, from } = editing.edit;

  const set: FormState<V>['set'] = (key, next) => {
    editing.change({ ...(value as object), [key]: next } as V);
    faults.forgive(String(key));
  };
  return {
    ...fieldsFor(value, faults.errors, set),
    ...{ value, dirty: editing.dirty, busy, errors: faults.errors, problem: faults.problem },
    keepsDraft: options.draft !== undefined,
    ...{ restored: editing.restored, stale, element: faults.element, isDirty: editing.isDirty, set },
    replace: (next) => editing.change(next),
    reset: () => {
      editing.reset();
      faults.clear();
    },
    submit: (event) => {
      event?.preventDefault();
      void send({ value, version, from });
    },
    settle: (merged) => {
      const over = stale?.version ?? version;
      editing.change(merged, over);
      void send({ value: merged, version: over, from });
    },
    dismissStale: () => setStale(null),
  };
}

/** Checks and sends; sorts what comes back into saved, stale, wrong fields or a problem with the whole. */
function useSaving<S extends z.ZodType, R>(
  { schema, save, saved, valueFrom, fieldPrefix = '' }: FormOptions<S, R>,
  settled: (value: z.input<S>, version: number) => void,
  faults: ReturnType<typeof useFaults>,
) {
  type V = z.input<S>;
  const [stale, setStale] = useState<StaleEdit<V> | null>(null);
  const [busy, setBusy] = useState(false);

  async function fail(error: unknown, sent: Edit<V>) {
    if (!(error instanceof ApiError)) throw error;
    const current = error.current as (R & { version: number }) | undefined;
    if (error.code === 'request/stale' && current && valueFrom) {
      const theirs = valueFrom(current);
      const { version } = current;
      // What changed is not edited here, e.g. the company was approved meanwhile.
      if (same(theirs, sent.from)) return send({ ...sent, version });
      return setStale({ mine: sent.value, theirs, from: sent.from, version });
    }
    faults.refuse(withoutPrefix(error.fields, fieldPrefix), error.message);
  }

  async function send(sent: Edit<V>) {
    const parsed = schema.safeParse(sent.value, { reportInput: true });
    if (!parsed.success) return faults.refuse(fieldsOf(parsed.error), null);
    setBusy(true);
    faults.clear();
    try {
      const result = await save(parsed.data, sent.version);
      settled(sent.value, versionOf(result) ?? sent.version);
      setStale(null);
      saved?.(result);
    } catch (error) {
      await fail(error, sent);
    } finally {
      setBusy(false);
    }
  }
  return { send, busy, stale, setStale };
}

/** What is typed (`edit`) over what is stored (`base`), with the draft of an earlier visit. */
function useEditing<V>(initial: V, given: number, draftKey: string | undefined) {
  const draft = useDraft<V>(draftKey);
  const [base, setBase] = useState({ value: initial, version: given });
  const [edit, setEdit] = useState<Edit<V>>({ ...base, from: initial, ...draft.found });
  const [restored, setRestored] = useState(draft.found);
  const dirty = !same(edit.value, base.value);
  const unsaved = useRef(dirty);
  useEffect(() => {
    unsaved.current = dirty;
  }, [dirty]);
  useKeptDraft(draft.place, edit.value, edit.version, dirty, edit.from);

  // Somebody else saved: an untouched form follows; a touched one meets the newer version when it is saved.
  if (given > base.version) {
    setBase({ value: initial, version: given });
    if (!dirty) setEdit({ value: initial, version: given, from: initial });
  }

  function settled(value: V, version: number) {
    draft.drop();
    unsaved.current = false;
    setRestored(null);
    setBase({ value, version });
    setEdit({ value, version, from: value });
  }
  return {
    ...{ edit, dirty, restored, settled },
    isDirty: () => unsaved.current,
    change: (value: V, version = edit.version) => setEdit({ value, version, from: edit.from }),
    reset: () => settled(base.value, base.version),
  };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const wrongField = '[aria-invalid="true"], [data-error] :is(input, textarea, select)';

/** What is wrong, field by field and with the whole; a refusal puts the reader on the first wrong field. */
function useFaults() {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [refusals, setRefusals] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    element.current?.querySelector<HTMLElement>(wrongField)?.focus();
  }, [refusals]);
  return {
    ...{ errors, problem, element },
    refuse: ({ '': whole, ...fields }: Record<string, string>, sentence: string | null) => {
      setErrors(fields);
      setProblem(whole ?? sentence);
      setRefusals((count) => count + 1);
    },
    /** A field that is being changed is no longer called wrong. */
    forgive: (key: string) => {
      const others = Object.entries(errors).filter(([path]) => path !== key && !path.startsWith(`${key}.`));
      setErrors(Object.fromEntries(others));
      setProblem(null);
    },
    clear: () => {
      setErrors({});
      setProblem(null);
    },
  };
}

const withoutPrefix = (fields: Record<string, string>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).map(([path, text]) => [
      path.startsWith(prefix) ? path.slice(prefix.length) : path,
      text,
    ]),
  );

const versionOf = (result: unknown): number | undefined => {
  const version = (result as { version?: unknown } | null | undefined)?.version;
  return typeof version === 'number' ? version : undefined;
};
