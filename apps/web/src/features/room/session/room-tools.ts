import type { PeerChannelSpec } from '@ieum/webrtc-client';
import type { RoomTool, RunningTool, ToolCall, ToolRoom, ToolStore } from '../tools/tool';

export interface RoomToolsOptions {
  readonly tools: readonly RoomTool[];
  readonly room: ToolRoom;
  readonly storeOf: (toolId: string) => ToolStore;
  /** Over the calls' text channel; whether at least one peer took it. */
  readonly send: (data: string) => boolean;
  readonly canSend: () => boolean;
  readonly onError: (error: unknown) => void;
}

/** The tools that run in one visit of a room, and their way to the calls. */
export class RoomTools {
  readonly running: readonly RunningTool[];
  /** Of all tools, for every call. */
  readonly channels: readonly PeerChannelSpec[];
  readonly #onError: (error: unknown) => void;

  constructor({ tools, room, storeOf, send, canSend, onError }: RoomToolsOptions) {
    this.#onError = onError;
    this.channels = tools.flatMap((tool) => tool.channels);
    this.running = tools.map((tool) =>
      tool.start({ room, send: (frame) => send(JSON.stringify(frame)), isOpen: canSend, store: storeOf(tool.id) }),
    );
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
    const ends = this.running.map(({ model }) => model.callBegan?.(call));
    return () => ends.forEach((end) => end?.());
  }

  close(): void {
    for (const { model } of this.running) model.close?.();
  }
}
