import type { Consult } from '@ieum/signaling-protocol';
import type { PeerChannel, PeerChannelSpec } from '@ieum/webrtc-client';
import { createElement } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { LazyDocument } from '../document/lazy-document';
import type { DroppedFiles } from '../dropped-files';

/** What does not change about a room while one is in it: whose consult it is, and as what one is there. */
export type ToolRoom = Readonly<Pick<Consult, 'id' | 'kind' | 'role'>>;

/** What a running tool may use of the room: its document, and a place of its own to keep things. */
export interface ToolLink {
  readonly room: ToolRoom;
  /** Survives a reload of this tab, gone when the consult is over. */
  readonly store: ToolStore;
  /** Of the whole consult: a tool has its part of it. */
  readonly document: Pick<LazyDocument, 'open' | 'onOpen' | 'shared'>;
}

export interface ToolStore {
  read(): string | null;
  write(value: string): void;
}

/** A call with one visit of the other side, as a tool sees it. It outlives the connections below it. */
export interface ToolCall {
  /** Of those the tool declared. */
  channel(label: string): PeerChannel;
}

/** The running part of a tool: a plain object without React, fed by the room session with what it cares for. */
export interface ToolModel {
  /** The data channel opened (again, or to a reloaded tab) or closed. */
  linkChanged?(): void;
  /** A call began; nothing came over its channels yet. The answer is called once, when it is over: the channels are closed. */
  callBegan?(call: ToolCall): () => void;
  /** The user dropped files on the room; only for a tool that says it takes them. */
  takeFiles?(dropped: DroppedFiles): void;
  /** The visit is over, and so are its calls: lets go of everything. */
  close?(): void;
  /** How many arrivals the user has not seen. */
  unread(): number;
  /** Whether its panel is before the user's eyes. */
  setVisible(visible: boolean): void;
  subscribe(listener: () => void): () => void;
}

export interface ToolNewsProps<Model extends ToolModel> {
  readonly model: Model;
  /** The other side's nickname. */
  readonly partner: string;
}

export interface ToolPanelProps<Model extends ToolModel> extends ToolNewsProps<Model> {
  readonly onClose: () => void;
}

/** What the room has to know of a tool before it runs. */
export interface ToolCard {
  /** Also the key of its stored state. */
  readonly id: string;
  /** Its name in the user's language; called while rendering, like any hook. */
  readonly useName: () => string;
  readonly Icon: ComponentType;
  /** `KeyboardEvent.code`, so that it works in every keyboard layout and input method. */
  readonly shortcut: string;
  /** Data channels of its own, in every call. Their labels are the tool's; no other tool has the same. */
  readonly channels?: readonly PeerChannelSpec[];
  /** Whether files that are dropped anywhere on the room are for this tool: at most one of them. */
  readonly takesFiles?: boolean;
  /** Whether its panel takes most of the room, and all of a phone: it is of no use beside the faces. */
  readonly wide?: boolean;
  /** Fetches what its panel will need, while the server is there. */
  readonly preload?: () => Promise<void>;
}

/** What makes a tool run. */
export interface ToolCode<Model extends ToolModel> {
  createModel(link: ToolLink): Model;
  readonly Panel: ComponentType<ToolPanelProps<Model>>;
  /** Says in words what a screen reader has to tell, whether the panel is open or not. */
  readonly News?: ComponentType<ToolNewsProps<Model>>;
  /** Fetches what its panel fetches when it opens. */
  readonly preload?: () => Promise<void>;
}

export type ToolDefinition<Model extends ToolModel> = ToolCard & ToolCode<Model>;

/** Whether there is anything to do with a tool in this room: it may turn out only while one is there. */
export interface ToolOffer {
  isThere(): boolean;
  subscribe(listener: () => void): () => void;
  /** The visit is over. */
  close(): void;
}

/** A tool that runs in one room. */
export interface RunningTool extends Omit<ToolCard, 'channels'> {
  readonly model: ToolModel;
  /** Left out: it is always there. */
  readonly offer?: ToolOffer;
  renderPanel(props: Omit<ToolPanelProps<ToolModel>, 'model'>): ReactNode;
  renderNews(props: Omit<ToolNewsProps<ToolModel>, 'model'>): ReactNode;
}

/** Starts a tool in a room. */
export interface RoomTool {
  readonly id: string;
  readonly channels: readonly PeerChannelSpec[];
  /** `null`: it is of no use in such a room. A tool with channels is in every one, for both sides have to have the same. */
  start(link: ToolLink): RunningTool | null;
}

/** A tool is one folder with one definition, and one line in the registry. */
export function defineTool<Model extends ToolModel>(definition: ToolDefinition<Model>): RoomTool {
  const { id, useName, Icon, shortcut, channels = [], takesFiles = false, wide = false, preload } = definition;
  const { Panel, News } = definition;
  return {
    id,
    channels,
    start: (link) => {
      const model = definition.createModel(link);
      return {
        id,
        useName,
        Icon,
        shortcut,
        takesFiles,
        wide,
        ...(preload && { preload }),
        model,
        renderPanel: (props) => createElement(Panel, { ...props, model }),
        renderNews: (props) => News && createElement(News, { ...props, model }),
      };
    },
  };
}
