import type { FormFields, FormState } from './form-state';

/** The ties between components and the fields of a form. */
export function fieldsFor<V>(
  value: V,
  errors: Record<string, string>,
  set: FormState<V>['set'],
): FormFields<V> {
  const field = (key: string) => ({ name: key, error: errors[key] });
  return {
    text: (key) => ({
      ...field(key),
      value: (value[key] as string | null | undefined) ?? '',
      onChange: (event) => set(key, event.currentTarget.value as V[typeof key]),
    }),
    input: (key) => ({
      ...field(key),
      value: value[key],
      onChange: (next) => set(key, next as V[typeof key]),
    }),
    number: (key) => ({
      ...field(key),
      value: (value[key] as number | null | undefined) ?? '',
      onChange: (next) => set(key, (next === '' ? null : Number(next)) as V[typeof key]),
    }),
    check: (key) => ({
      ...field(key),
      checked: value[key] === true,
      onChange: (event) => set(key, event.currentTarget.checked as V[typeof key]),
    }),
  };
}
