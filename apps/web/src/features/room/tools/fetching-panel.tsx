import { Box, Button, CloseButton, Group, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Loading } from '../../../shared/ui/loading';
import { Notice } from '../../../shared/ui/notice';
import { roomMessages } from '../messages';
import { lazyToolMessages } from './lazy-tool-messages';

interface FetchingPanelProps {
  readonly name: () => string;
  readonly failed: boolean;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** A tool's panel while its code is not there. */
export function FetchingPanel({ name: useName, failed, onRetry, onClose }: FetchingPanelProps) {
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
