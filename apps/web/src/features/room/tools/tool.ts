import { createElement } from 'react';
import type { ComponentType, ReactNode } from 'react';

/** What a running tool may use of the room: the data channel to the other side, and a place of its own to keep things. */
export interface ToolLink {
  /** Sends one frame; `false` when the channel is not open, and then nothing was sent. */
  send(frame: unknown): boolean;
  isOpen(): boolean;
  /** Survives a reload of this tab, gone when the consult is over. */
  readonly store: ToolStore;
}

export interface ToolStore {
  read(): string | null;
  write(value: string): void;
}

/** The running part of a tool: a plain object without React, fed by the room session. */
export interface ToolModel {
  /** A frame of the other side, not yet parsed; `false` when it is not this tool's. */
  receive(frame: unknown): boolean;
  /** The data channel opened (again, or to a reloaded tab) or closed. */
  linkChanged(): void;
  /** How many arrivals the user has not seen. */
  unread(): number;
  /** Whether its panel is before the user's eyes. */
  setVisible(visible: boolean): void;
  subscribe(listener: () => void): () => void;
}

export interface ToolPanelProps<Model extends ToolModel> {
  readonly model: Model;
  readonly onClose: () => void;
  /** The other side's nickname. */
  readonly partner: string;
}

export interface ToolDefinition<Model extends ToolModel> {
  /** Also the key of its stored state. */
  readonly id: string;
  /** Its name in the user's language; called while rendering, like any hook. */
  readonly useName: () => string;
  readonly Icon: ComponentType;
  /** `KeyboardEvent.code`, so that it works in every keyboard layout and input method. */
  readonly shortcut: string;
  createModel(link: ToolLink): Model;
  readonly Panel: ComponentType<ToolPanelProps<Model>>;
}

/** A tool that runs in one room. */
export interface RunningTool {
  readonly id: string;
  readonly useName: () => string;
  readonly Icon: ComponentType;
  readonly shortcut: string;
  readonly model: ToolModel;
  renderPanel(props: Omit<ToolPanelProps<ToolModel>, 'model'>): ReactNode;
}

/** Starts a tool in a room. */
export interface RoomTool {
  readonly id: string;
  start(link: ToolLink): RunningTool;
}

/** A tool is one folder with one definition, and one line in the registry. */
export function defineTool<Model extends ToolModel>(definition: ToolDefinition<Model>): RoomTool {
  const { id, useName, Icon, shortcut, Panel } = definition;
  return {
    id,
    start: (link) => {
      const model = definition.createModel(link);
      const renderPanel: RunningTool['renderPanel'] = (props) => createElement(Panel, { ...props, model });
      return { id, useName, Icon, shortcut, model, renderPanel };
    },
  };
}
