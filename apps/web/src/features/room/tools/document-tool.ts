import type { SharedDocument } from '../document/shared-document';
import { defineLazyTool } from './lazy-tool';
import type { LazyToolDefinition } from './lazy-tool';
import type { RoomTool, ToolCode, ToolLink, ToolModel } from './tool';

/** What makes a tool run whose state is a part of the consult's document. */
export interface DocumentToolCode<Model extends ToolModel> extends Omit<ToolCode<Model>, 'createModel'> {
  createModel(link: ToolLink, shared: SharedDocument): Model;
}

export interface DocumentToolDefinition<Model extends ToolModel> extends Omit<
  LazyToolDefinition<Model>,
  'load' | 'usesDocument' | 'channels'
> {
  /** Fetches its model, which runs as soon as there is a document, and its panel. What is large comes with the panel. */
  readonly load: () => Promise<DocumentToolCode<Model>>;
}

/** A tool whose state is a part of the consult's document: both sides write in it at once, and it is kept. */
export const defineDocumentTool = <Model extends ToolModel>({
  load,
  ...card
}: DocumentToolDefinition<Model>): RoomTool =>
  defineLazyTool({
    ...card,
    usesDocument: true,
    load: async () => {
      const { createModel, ...code } = await load();
      return { ...code, createModel: (link) => createModel(link, link.document.shared) };
    },
  });
