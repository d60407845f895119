/** What a Japanese input method writes of numbers, as a number is written: １，２００．５ → 1,200.5. */
export const halfWidth = (text: string): string =>
  text.normalize('NFKC').replaceAll('。', '.').replaceAll('、', ',');

/** As the browser itself sets it, so that React sees a change. */
function setValue(field: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
}

/**
 * Lets a field of numbers take full-width digits, also from an input method: while one is at work nobody else hears of
 * the field, which would take its letters away; then it is told what they are in half width. A ref of what is around it.
 */
export function takeFullWidth(around: HTMLElement | null): (() => void) | undefined {
  if (!around) return undefined;
  const end = new AbortController();
  const options = { capture: true, signal: end.signal };
  const onInput = (event: Event) => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    if ((event as InputEvent).isComposing) event.stopPropagation();
    else if (halfWidth(field.value) !== field.value) setValue(field, halfWidth(field.value));
  };
  // After the browser's own end of it, whichever event comes last.
  const onEnd = ({ target }: Event) =>
    queueMicrotask(() => target?.dispatchEvent(new Event('input', { bubbles: true })));
  around.addEventListener('input', onInput, options);
  around.addEventListener('compositionend', onEnd, options);
  return () => end.abort();
}
