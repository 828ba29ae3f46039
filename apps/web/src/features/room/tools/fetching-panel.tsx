import { Box, CloseButton, Group, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { CodeFailure } from '../../../shared/lib/code-error';
import { Loading } from '../../../shared/ui/loading';
import { roomMessages } from '../messages';
import { NotFetched } from '../not-fetched';

interface FetchingPanelProps {
  readonly name: () => string;
  readonly failure: CodeFailure | null;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** A tool's panel while its code is not there. */
export function FetchingPanel({ name: useName, failure, onRetry, onClose }: FetchingPanelProps) {
  const room = useMessages(roomMessages);
  return (
    <>
      <Group justify="space-between" px="md" py={6} wrap="nowrap">
        <Text component="h2" fw={700} m={0} fz="md">
          {useName()}
        </Text>
        <CloseButton size="xl" aria-label={room.close} onClick={onClose} />
      </Group>
      {failure ? (
        <Group p="md">
          <NotFetched failure={failure} onRetry={onRetry} />
        </Group>
      ) : (
        <Box px="md">
          <Loading />
        </Box>
      )}
    </>
  );
}
