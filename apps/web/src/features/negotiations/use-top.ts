import { useLayoutEffect, useState, type RefObject } from 'react';

/** How far (px) below the page's top an element begins, whatever appears above it. */
export function useTop(element: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (element.current) setTop(Math.round(element.current.getBoundingClientRect().top + window.scrollY));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    for (const sibling of element.current?.closest('main')?.children ?? []) observer.observe(sibling);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
