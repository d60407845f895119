import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** So near (px) to the end, one is at the end. */
const NEAR = 60;

export interface ScrollKeeping {
  scroller: RefObject<HTMLDivElement | null>;
  onScroll: () => void;
  /** Whether the end of the conversation is on the screen. */
  atEnd: boolean;
  toEnd: () => void;
}

interface Shown {
  /** Number of the first message; 0 for none. */
  first: number;
  /** What the list ends with. */
  end: string;
  /** Whether it ends with what the reader has just written. */
  endsWithOwn: boolean;
}

/**
 * Keeps the reader's place: earlier messages are added above without moving what is read; at the end one stays at the
 * end; away from it nothing moves. Begins at the mark of the first unread message, else at the end.
 */
export function useScrollKeeping(
  { first, end, endsWithOwn }: Shown,
  firstUnread: RefObject<HTMLElement | null>,
): ScrollKeeping {
  const scroller = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const before = useRef({ first: 0, end: '', height: 0, top: 0, atEnd: true });

  const measure = useCallback(() => {
    const box = scroller.current;
    if (!box) return;
    const { scrollHeight: height, scrollTop: top, clientHeight } = box;
    const near = height - top - clientHeight < NEAR;
    Object.assign(before.current, { height, top, atEnd: near });
    setAtEnd(near);
  }, []);
  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) box.scrollTop = box.scrollHeight;
    measure();
  }, [measure]);

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || (first === 0 && end === '')) return;
    const was = before.current;
    const begins = was.first === 0 && was.end === '';
    const isEarlier = was.first > 0 && first < was.first;
    if (begins && firstUnread.current) firstUnread.current.scrollIntoView({ block: 'center' });
    else if (isEarlier) box.scrollTop = was.top + (box.scrollHeight - was.height);
    else if (begins || was.atEnd || (endsWithOwn && end !== was.end)) box.scrollTop = box.scrollHeight;
    Object.assign(was, { first, end });
    measure();
  }, [first, end, endsWithOwn, firstUnread, measure]);

  // The keyboard of a phone, a longer text being typed, another width: the end stays the end.
  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const observer = new ResizeObserver(() => (before.current.atEnd ? toEnd() : measure()));
    observer.observe(box);
    if (box.firstElementChild) observer.observe(box.firstElementChild);
    return () => observer.disconnect();
  }, [toEnd, measure]);

  return { scroller, onScroll: measure, atEnd, toEnd };
}
