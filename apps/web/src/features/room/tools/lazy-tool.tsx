import { Box, Button, CloseButton, Group, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { loadInCall } from '../../../shared/lib/load-in-call';
import { Loading } from '../../../shared/ui/loading';
import { Notice } from '../../../shared/ui/notice';
import { roomMessages } from '../messages';
import { LazyModel } from './lazy-model';
import { lazyToolMessages } from './lazy-tool-messages';
import { defineTool } from './tool';
import type { RoomTool, ToolCard, ToolCode, ToolModel, ToolNewsProps, ToolPanelProps } from './tool';

export interface LazyToolDefinition<Model extends ToolModel> extends Omit<ToolCard, 'preload'> {
  /** Fetches what makes it run. */
  readonly load: () => Promise<ToolCode<Model>>;
}

/**
 * A tool that costs the room next to nothing until it is used: its code comes when its panel opens, or when the other
 * side says something over one of its channels. What comes meanwhile is kept for it. The room may fetch the code ahead.
 */
export function defineLazyTool<Model extends ToolModel>({ load, ...card }: LazyToolDefinition<Model>): RoomTool {
  const labels = (card.channels ?? []).map(({ label }) => label);
  const { useName } = card;

  function Panel({ model: lazy, ...props }: ToolPanelProps<LazyModel<Model>>) {
    const state = useSyncExternalStore(lazy.subscribe, lazy.getState);
    if (state.status === 'there') return <state.code.Panel model={state.model} {...props} />;
    const failed = state.status === 'failed';
    return <Fetching name={useName} failed={failed} onRetry={() => lazy.load()} onClose={props.onClose} />;
  }

  function News({ model: lazy, ...props }: ToolNewsProps<LazyModel<Model>>) {
    const state = useSyncExternalStore(lazy.subscribe, lazy.getState);
    if (state.status !== 'there' || !state.code.News) return null;
    return <state.code.News model={state.model} {...props} />;
  }

  const loadCode = () => loadInCall(load);
  return defineTool({
    ...card,
    preload: async () => void (await loadCode()),
    createModel: (link) => new LazyModel(labels, { link, load: loadCode, onError: (error) => reportError(error) }),
    Panel,
    News,
  });
}

interface FetchingProps {
  readonly name: () => string;
  readonly failed: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

function Fetching({ name: useName, failed, onRetry, onClose }: FetchingProps) {
  const room = useMessages(roomMessages);
  const m = useMessages(lazyToolMessages);
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {useName()}
        </Text>
        <CloseButton size="xl" aria-label={room.close} onClick={onClose} />
      </Group>
      {failed ? (
        <Group p="md">
          <Notice tone="warm" role="alert">
            {m.failed}
            <Button onClick={onRetry}>{room.tryAgain}</Button>
          </Notice>
        </Group>
      ) : (
        <Box px="md">
          <Loading />
        </Box>
      )}
    </>
  );
}
