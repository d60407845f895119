const HOUR = 3_600_000;
/** A worker of a version that knows no questions gives no answer: it is waited for no longer than this (ms). */
const PATIENCE = 2_000;

export const takeOver = (worker: ServiceWorker): void => worker.postMessage({ type: 'take-over' });

/** Whether the worker keeps the files that this page runs: both were built together. */
export function isOfThisPage(worker: ServiceWorker | null): Promise<boolean> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src]');
  if (!worker || !entry) return Promise.resolve(false);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(false), PATIENCE);
    worker.postMessage({ type: 'keeps', path: new URL(entry.src).pathname }, [port2]);
  });
}

interface Told {
  /** A worker of another version is ready and waits. */
  ready(worker: ServiceWorker): void;
  /** Another worker answers for this page; `wasControlled`: one did before. */
  control(worker: ServiceWorker | null, wasControlled: boolean): void;
  /** The worker has newer answers than the page was given. */
  keptAnew(): void;
}

/** Registers the service worker (service-worker/service-worker.ts) and tells what becomes of it; answers with how to stop. */
export function followWorker(told: Told): () => void {
  const { serviceWorker } = navigator;
  const end = new AbortController();
  const { signal } = end;
  let wasControlled = serviceWorker.controller !== null;
  const onChange = () => {
    told.control(serviceWorker.controller, wasControlled);
    wasControlled = true;
  };
  serviceWorker.addEventListener('controllerchange', onChange, { signal });
  const onMessage = ({ data }: MessageEvent) => {
    if ((data as { type?: string } | null)?.type === 'kept-anew') told.keptAnew();
  };
  serviceWorker.addEventListener('message', onMessage, { signal });
  const begin = async () => {
    const registration = await serviceWorker.register('/sw.js');
    // Where the browser forbids workers there is none.
    if (signal.aborted || !registration) return;
    const look = () => {
      if (registration.waiting && serviceWorker.controller) told.ready(registration.waiting);
    };
    const watch = () => registration.installing?.addEventListener('statechange', look);
    look();
    watch();
    registration.addEventListener('updatefound', watch, { signal });
    const timer = setInterval(() => void registration.update().catch(() => {}), HOUR);
    signal.addEventListener('abort', () => clearInterval(timer));
  };
  void begin().catch(() => {});
  return () => end.abort();
}
