import { useSyncExternalStore } from 'react';
import { FetchingPanel } from './fetching-panel';
import { LazyModel } from './lazy-model';
import { defineTool } from './tool';
import type { RoomTool, ToolCard, ToolCode, ToolLink, ToolModel, ToolNewsProps, ToolPanelProps } from './tool';

export interface LazyToolDefinition<Model extends ToolModel> extends Omit<ToolCard, 'preload'> {
  /** Fetches what makes it run. */
  readonly load: () => Promise<ToolCode<Model>>;
  /** It runs on a part of the consult's document, as soon as that is open. */
  readonly usesDocument?: boolean;
}

/**
 * A tool that costs the room next to nothing until it is used: its code comes when its panel opens, or when the other
 * side says something over one of its channels. What comes meanwhile is kept for it. The room may fetch the code ahead.
 */
export function defineLazyTool<Model extends ToolModel>(definition: LazyToolDefinition<Model>): RoomTool {
  const { load, usesDocument = false, ...card } = definition;
  const labels = (card.channels ?? []).map(({ label }) => label);
  const { useName } = card;

  function Panel({ model: lazy, ...props }: ToolPanelProps<LazyModel<Model>>) {
    const state = useSyncExternalStore(lazy.subscribe, lazy.getState);
    if (state.status === 'there') return <state.code.Panel model={state.model} {...props} />;
    const failure = state.status === 'failed' ? state.failure : null;
    return <FetchingPanel name={useName} failure={failure} onRetry={() => lazy.load()} onClose={props.onClose} />;
  }

  function News({ model: lazy, ...props }: ToolNewsProps<LazyModel<Model>>) {
    const state = useSyncExternalStore(lazy.subscribe, lazy.getState);
    if (state.status !== 'there' || !state.code.News) return null;
    return <state.code.News model={state.model} {...props} />;
  }

  function createModel(link: ToolLink): LazyModel<Model> {
    const loadAll = async () => (await Promise.all([load(), usesDocument && link.document.open()]))[0];
    const lazy = new LazyModel<Model>(labels, { link, load: loadAll, onError: (error) => reportError(error) });
    if (usesDocument) link.document.onOpen(() => lazy.load());
    return lazy;
  }

  return defineTool({
    ...card,
    preload: async () => (await load()).preload?.(),
    createModel,
    Panel,
    News,
  });
}
