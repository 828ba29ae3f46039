import type { Clock, PeerChannelSpec } from '@ieum/webrtc-client';
import { CURSORS_CHANNEL, DOCUMENT_CHANNEL } from '../document/document-channels';
import { LazyDocument } from '../document/lazy-document';
import type { DocumentCall, LazyDocumentOptions } from '../document/lazy-document';
import type { RoomTool, RunningTool, ToolRoom, ToolStore } from '../tools/tool';

export interface RoomToolsOptions {
  readonly tools: readonly RoomTool[];
  readonly room: ToolRoom;
  readonly storeOf: (toolId: string) => ToolStore;
  readonly loadDocument: LazyDocumentOptions['load'];
  readonly documentOpened: LazyDocumentOptions['wasOpened'];
  readonly clock: Clock;
  readonly onError: (error: unknown) => void;
}

/** The tools that run in one visit of a room, and their way to the calls. */
export class RoomTools {
  readonly running: readonly RunningTool[];
  /** Of all tools and of the document, for every call. */
  readonly channels: readonly PeerChannelSpec[];
  readonly #document: LazyDocument;

  constructor({ tools, room, storeOf, loadDocument, documentOpened, clock, onError }: RoomToolsOptions) {
    this.channels = [...tools.flatMap((tool) => tool.channels), DOCUMENT_CHANNEL, CURSORS_CHANNEL];
    const document = new LazyDocument({ room, load: loadDocument, wasOpened: documentOpened, clock, onError });
    this.#document = document;
    this.running = tools.flatMap((tool) => tool.start({ room, document, store: storeOf(tool.id) }) ?? []);
  }

  /** A connection to the other side opened, or closed. */
  linkChanged(): void {
    for (const { model } of this.running) model.linkChanged?.();
  }

  /** The answer is to be called once the call is over. */
  callBegan(call: DocumentCall): () => void {
    const ends = [this.#document.callBegan(call), ...this.running.map(({ model }) => model.callBegan?.(call))];
    return () => ends.forEach((end) => end?.());
  }

  close(): void {
    for (const { model, offer } of this.running) {
      model.close?.();
      offer?.close();
    }
    this.#document.close();
  }
}
