/** What the page tells a worker that inspects. */
export type ToInspector =
  /** Begin anew with this document; answered with `ready` and the same number. */
  | { readonly kind: 'start'; readonly number: number; readonly state: Uint8Array }
  | { readonly kind: 'inspect'; readonly update: Uint8Array; readonly ownClient: number }
  /** Became part of the document; what was inspected last already is. */
  | { readonly kind: 'accepted'; readonly update: Uint8Array };

/** What the worker answers; `number` is that of the `start` it is about. */
export type FromInspector =
  | { readonly kind: 'ready'; readonly number: number }
  | { readonly kind: 'verdict'; readonly number: number; readonly sound: boolean }
  /** The worker's copy is of no use any more: it needs another `start`. */
  | { readonly kind: 'ruined'; readonly number: number };
