import type { ComponentType } from 'react';
import { lazyPart } from '../lazy-part';
import { FetchingPanel } from './fetching-panel';
import type { ToolModel, ToolPanelProps } from './tool';

/** The panel of a tool, apart from its model: fetched when it opens. `useName`: of the tool. */
export const lazyPanel = <Model extends ToolModel>(
  useName: () => string,
  load: () => Promise<ComponentType<ToolPanelProps<Model>>>,
) =>
  lazyPart<ToolPanelProps<Model>>(load, ({ failure, onRetry, onClose }) => (
    <FetchingPanel name={useName} failure={failure} onRetry={onRetry} onClose={onClose} />
  ));
