import { useSyncExternalStore } from 'react';
import type { ToolModel } from '../tools/tool';

/** How many arrivals of a tool the user has not seen. */
export const useUnread = (model: ToolModel): number => useSyncExternalStore(model.subscribe, () => model.unread());
