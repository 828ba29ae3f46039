import type { PeerChannelSpec } from '@ieum/webrtc-client';
import { CURSORS_CHANNEL, DOCUMENT_CHANNEL } from '../document/document-channels';
import { LazyDocument } from '../document/lazy-document';
import type { LazyDocumentOptions } from '../document/lazy-document';
import type { RoomTool, RunningTool, ToolCall, ToolRoom, ToolStore } from '../tools/tool';

export interface RoomToolsOptions {
  readonly tools: readonly RoomTool[];
  readonly room: ToolRoom;
  readonly storeOf: (toolId: string) => ToolStore;
  /** Over the calls' text channel; whether at least one peer took it. */
  readonly send: (data: string) => boolean;
  readonly canSend: () => boolean;
  readonly loadDocument: LazyDocumentOptions['load'];
  readonly setTimer: LazyDocumentOptions['setTimer'];
  readonly onError: (error: unknown) => void;
}

/** The tools that run in one visit of a room, and their way to the calls. */
export class RoomTools {
  readonly running: readonly RunningTool[];
  /** Of all tools and of the document, for every call. */
  readonly channels: readonly PeerChannelSpec[];
  readonly #document: LazyDocument;
  readonly #onError: (error: unknown) => void;

  constructor({ tools, room, storeOf, send, canSend, loadDocument, setTimer, onError }: RoomToolsOptions) {
    this.#onError = onError;
    this.channels = [...tools.flatMap((tool) => tool.channels), DOCUMENT_CHANNEL, CURSORS_CHANNEL];
    const document = new LazyDocument({ room, load: loadDocument, setTimer, onError });
    this.#document = document;
    const link = { room, document, send: (frame: unknown) => send(JSON.stringify(frame)), isOpen: canSend };
    this.running = tools.map((tool) => tool.start({ ...link, store: storeOf(tool.id) }));
  }

  /** A text came from a peer: the tool that knows it takes it. */
  receive(data: string): void {
    let frame: unknown;
    try {
      frame = JSON.parse(data);
    } catch (error) {
      return this.#onError(error);
    }
    const taken = this.running.some(({ model }) => model.receive?.(frame));
    if (!taken) this.#onError(new Error('no tool takes this frame'));
  }

  linkChanged(): void {
    for (const { model } of this.running) model.linkChanged?.();
  }

  /** The answer is to be called once the call is over. */
  callBegan(call: ToolCall): () => void {
    const ends = [this.#document.callBegan(call), ...this.running.map(({ model }) => model.callBegan?.(call))];
    return () => ends.forEach((end) => end?.());
  }

  close(): void {
    for (const { model } of this.running) model.close?.();
    this.#document.close();
  }
}
