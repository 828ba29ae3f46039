import { ShadowDocument } from './shadow-document';
import type { FromInspector, ToInspector } from './worker-messages';

/** As much of a worker's global scope as is needed: `self`, or a message port. */
export interface InspectorScope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/**
 * The worker's side of a `WorkerInspector`. The worker's whole file is
 * `import { serveInspector } from '@ieum/room-document/inspector-worker'; serveInspector(self);`
 */
export function serveInspector(scope: InspectorScope): void {
  let shadow: ShadowDocument | undefined;
  let number = 0;
  const answer = (message: FromInspector): void => scope.postMessage(message);
  scope.addEventListener('message', ({ data }) => {
    const message = data as ToInspector;
    switch (message.kind) {
      case 'start':
        number = message.number;
        shadow = new ShadowDocument(message.state);
        answer({ kind: 'ready', number });
        break;
      case 'inspect':
        answer({ kind: 'verdict', number, sound: shadow?.judge(message.update, message.ownClient) ?? false });
        break;
      case 'accepted':
        shadow?.accept(message.update);
        break;
    }
    if (shadow?.isRuined) {
      shadow = undefined;
      answer({ kind: 'ruined', number });
    }
  });
}
