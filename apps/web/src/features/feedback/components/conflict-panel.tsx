import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { toContent } from '../draft-content';
import type { DraftContent } from '../draft-content';
import type { DraftSnapshot } from '../draft-autosave';
import { feedbackMessages } from '../messages';

interface ConflictPanelProps {
  readonly snapshot: DraftSnapshot;
  readonly onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Two tabs wrote: both texts side by side, and the mentor decides. */
export function ConflictPanel({ snapshot, onResolve }: ConflictPanelProps) {
  const m = useMessages(feedbackMessages);
  if (!snapshot.theirs) return null;
  return (
    <Alert color="apricot" title={m.conflictTitle} role="alert">
      <Stack gap="sm">
        <Text>{m.conflictText}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Version label={m.mine} content={snapshot.content} />
          <Version label={m.theirs} content={toContent(snapshot.theirs)} />
        </SimpleGrid>
        <Group>
          <Button onClick={() => onResolve('mine')}>{m.keepMine}</Button>
          <Button variant="default" onClick={() => onResolve('theirs')}>
            {m.keepTheirs}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

function Version({ label, content }: { readonly label: string; readonly content: DraftContent }) {
  const m = useMessages(feedbackMessages);
  return (
    <Stack gap={4} component="section" aria-label={label}>
      <Text fw={600}>{label}</Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{content.summary || m.nothing}</Text>
      <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{content.practice || m.nothing}</Text>
      <Text fz="sm">
        {m.corrections}: {content.corrections.length}
      </Text>
    </Stack>
  );
}
