import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '../i18n/use-messages';
import { autosaveMessages } from './messages';

interface ConflictPanelProps {
  readonly title: string;
  readonly mine: ReactNode;
  readonly theirs: ReactNode;
  readonly onResolve: (keep: 'mine' | 'theirs') => void;
}

/** Two tabs wrote: both texts side by side, and whoever wrote them decides. */
export function ConflictPanel({ title, mine, theirs, onResolve }: ConflictPanelProps) {
  const m = useMessages(autosaveMessages);
  return (
    <Alert color="apricot" title={title} role="group" aria-label={title}>
      <Stack gap="sm">
        <Text role="alert">{m.conflictText}</Text>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Side label={m.mine}>{mine}</Side>
          <Side label={m.theirs}>{theirs}</Side>
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

function Side({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <Stack gap={4} component="section" aria-label={label}>
      <Text fw={600}>{label}</Text>
      {children}
    </Stack>
  );
}

interface ConflictTextProps {
  readonly text: string;
  /** The language it is written in, where that is known. */
  readonly lang?: string;
}

/** One text of a side, as it was typed. */
export function ConflictText({ text, lang }: ConflictTextProps) {
  const m = useMessages(autosaveMessages);
  return (
    <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} lang={text === '' ? undefined : lang}>
      {text || m.nothing}
    </Text>
  );
}
