import { ShadowDocument } from './shadow-document';
import type { UpdateInspector } from './update-inspector';

/**
 * An inspector in this very thread, for Node and tests: nothing ever is `too-slow`, everything takes the time it takes.
 */
export function inspectDirectly(): UpdateInspector {
  let state: (() => Uint8Array) | undefined;
  let shadow: ShadowDocument | undefined;
  let judged: Uint8Array | undefined;
  return {
    follow: (next) => {
      state = next;
      shadow = undefined;
    },
    inspect: (update, ownClient) => {
      if (!state) return Promise.resolve('too-slow');
      if (!shadow || shadow.isRuined) shadow = new ShadowDocument(state());
      judged = update;
      return Promise.resolve(shadow.judge(update, ownClient) ? 'sound' : 'malformed');
    },
    accepted: (update) => {
      if (update !== judged) shadow?.accept(update);
      judged = undefined;
    },
    close: () => {
      state = undefined;
      shadow = undefined;
      judged = undefined;
    },
  };
}
