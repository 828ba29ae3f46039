import type { Clock } from '../clock';
import type { DocumentRefusal } from '../document-refusal';
import { inspectDirectly } from '../inspect/inspect-directly';
import type { UpdateInspector } from '../inspect/update-inspector';
import { RoomDocument } from '../room-document';

/** A document, and what it refused. */
export interface DocumentSide {
  readonly document: RoomDocument;
  readonly refusals: DocumentRefusal[];
}

export interface DocumentSideOptions {
  readonly clock: Clock;
  readonly maxBytes?: number;
  readonly inspector?: UpdateInspector;
  /** Yjs puts edits of the same moment in the order of these. */
  readonly clientId?: number;
}

export function documentSide({ clock, inspector, maxBytes, clientId }: DocumentSideOptions): DocumentSide {
  const refusals: DocumentRefusal[] = [];
  const document = new RoomDocument({
    inspector: inspector ?? inspectDirectly(),
    clock,
    onRefused: (reason) => refusals.push(reason),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
  if (clientId !== undefined) document.doc.clientID = clientId;
  return { document, refusals };
}
