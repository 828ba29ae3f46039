import { failureOf } from '../../../shared/lib/code-error';
import type { CodeFailure } from '../../../shared/lib/code-error';
import type { DroppedFiles } from '../dropped-files';
import type { ToolCall, ToolCode, ToolLink, ToolModel } from './tool';
import { HeldChannel } from './held-channel';

/** Whether the code of a tool is there. */
export type LazyState<Model extends ToolModel> =
  | { readonly status: 'absent' | 'loading' }
  | { readonly status: 'failed'; readonly failure: CodeFailure }
  | { readonly status: 'there'; readonly code: ToolCode<Model>; readonly model: Model };

export interface LazyModelOptions<Model extends ToolModel> {
  readonly link: ToolLink;
  readonly load: () => Promise<ToolCode<Model>>;
  readonly onError: (error: unknown) => void;
}

interface HeldCall {
  readonly call: ToolCall;
  readonly channels: ReadonlyMap<string, HeldChannel>;
  ended?: (() => void) | undefined;
}

/** Stands in for a tool's model until its code is wanted: when its panel opens, or something comes over its channels. */
export class LazyModel<Model extends ToolModel> implements ToolModel {
  readonly #options: LazyModelOptions<Model>;
  readonly #labels: readonly string[];
  readonly #calls = new Set<HeldCall>();
  readonly #listeners = new Set<() => void>();
  readonly #dropped: DroppedFiles[] = [];
  #state: LazyState<Model> = { status: 'absent' };
  #visible = false;
  #closed = false;

  constructor(labels: readonly string[], options: LazyModelOptions<Model>) {
    this.#labels = labels;
    this.#options = options;
  }

  readonly getState = (): LazyState<Model> => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  callBegan(call: ToolCall): () => void {
    const channels = new Map(
      this.#labels.map((label) => [label, new HeldChannel(call.channel(label), this.#onHeld)] as const),
    );
    const held: HeldCall = { call: { channel: (label) => channelOf(channels, label) }, channels };
    this.#calls.add(held);
    if (this.#state.status === 'there') handOver(held, this.#state.model);
    return () => {
      this.#calls.delete(held);
      for (const channel of channels.values()) channel.close();
      held.ended?.();
      this.#tell();
    };
  }

  /** Whoever has the other side again may have the server again, too. */
  linkChanged(): void {
    if (this.#state.status === 'there') this.#state.model.linkChanged?.();
    else if (this.#state.status === 'failed') this.load();
  }

  /** Something that came and cannot be read for want of code is unread, too. */
  unread(): number {
    if (this.#state.status === 'there') return this.#state.model.unread();
    const isWaiting = [...this.#calls].some(({ channels }) => [...channels.values()].some((one) => one.isWaiting));
    return this.#state.status === 'failed' && isWaiting ? 1 : 0;
  }

  setVisible(visible: boolean): void {
    this.#visible = visible;
    if (this.#state.status === 'there') this.#state.model.setVisible(visible);
    else if (visible) this.load();
  }

  /** What was dropped before there is code for it waits. */
  takeFiles(dropped: DroppedFiles): void {
    if (this.#state.status === 'there') return this.#state.model.takeFiles?.(dropped);
    this.#dropped.push(dropped);
    this.load();
  }

  /** Fetches the code, unless it is there or under way. */
  load(): void {
    if (this.#closed || this.#state.status === 'there' || this.#state.status === 'loading') return;
    this.#become({ status: 'loading' });
    this.#options.load().then(
      (code) => {
        if (!this.#closed) this.#start(code);
      },
      (error: unknown) => {
        this.#options.onError(error);
        this.#become({ status: 'failed', failure: failureOf(error) });
      },
    );
  }

  close(): void {
    this.#closed = true;
    if (this.#state.status === 'there') this.#state.model.close?.();
  }

  /** Only the first time: whoever sends much must not make this page fetch much. */
  readonly #onHeld = (): void => {
    if (this.#state.status === 'absent') this.load();
  };

  #start(code: ToolCode<Model>): void {
    const model = code.createModel(this.#options.link);
    model.subscribe(() => this.#tell());
    model.setVisible(this.#visible);
    for (const held of this.#calls) handOver(held, model);
    for (const dropped of this.#dropped.splice(0)) model.takeFiles?.(dropped);
    this.#become({ status: 'there', code, model });
  }

  #become(state: LazyState<Model>): void {
    this.#state = state;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

function handOver(held: HeldCall, model: ToolModel): void {
  held.ended = model.callBegan?.(held.call);
  for (const channel of held.channels.values()) channel.release();
}

function channelOf(channels: ReadonlyMap<string, HeldChannel>, label: string): HeldChannel {
  const channel = channels.get(label);
  if (!channel) throw new RangeError(`the tool declared no channel ${label}`);
  return channel;
}
