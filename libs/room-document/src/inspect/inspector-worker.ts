/** PORT. The page's side of a worker that runs `serveInspector`. */
export interface InspectorWorker {
  post(message: unknown): void;
  /** Calls `listener` with every message of the worker; set once, before the first `post`. */
  onMessage(listener: (message: unknown) => void): void;
  /** Ends it at once, whatever it does (HTML §10.2.4, `Worker.terminate`). */
  terminate(): void;
}

/** As much of a browser's `Worker` as is needed. */
interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  terminate(): void;
}

/** A browser's `Worker` as an `InspectorWorker`. */
export function inspectorWorker(worker: WorkerLike): InspectorWorker {
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    terminate: () => worker.terminate(),
  };
}
