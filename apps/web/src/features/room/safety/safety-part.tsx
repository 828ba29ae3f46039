import { Button, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import type { SafetyCode, SafetyMismatch } from '@ieum/webrtc-client';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import type { RemotePeerView } from '../session/room-snapshot';
import { safetyMessages } from './safety-messages';
import classes from './safety-part.module.css';

export interface SafetyPartProps {
  readonly peer: RemotePeerView | null;
  readonly name: string;
  readonly onClose: () => void;
  readonly onLeave: () => void;
}

/** The code two people compare, what it is good for, and what to do when something is wrong with it. */
export function SafetyPart({ peer, name, onClose, onLeave }: SafetyPartProps) {
  const m = useMessages(safetyMessages);
  const safety = peer?.safetyCode ?? { status: 'pending' };
  return (
    <Stack gap="md">
      {safety.status === 'pending' && <Text role="status">{m.pending}</Text>}
      {safety.status === 'mismatch' && <Mismatch reason={safety.reason} name={name} />}
      {safety.status === 'ready' && (
        <>
          {peer?.safetyCodeChanged && (
            <Notice tone="bad" title={m.changedTitle}>
              {m.changed({ name })}
            </Notice>
          )}
          <Text>{m.what({ name })}</Text>
          <Code code={safety.code} />
          <Text c="dimmed">{m.different}</Text>
        </>
      )}
      <Group justify="flex-end">
        {safety.status === 'mismatch' && (
          <Button color="red" onClick={onLeave}>
            {m.leave}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {m.done}
        </Button>
      </Group>
    </Stack>
  );
}

function Code({ code }: { readonly code: SafetyCode }) {
  const m = useMessages(safetyMessages);
  return (
    <div>
      <ul className={classes.emoji} aria-label={m.emoji} data-testid="safety-emoji">
        {code.emoji.map((emoji, index) => (
          <li key={index}>{emoji}</li>
        ))}
      </ul>
      <p className={classes.digits}>
        <VisuallyHidden>{m.digits}: </VisuallyHidden>
        <span data-testid="safety-digits">{code.digits.join(' ')}</span>
      </p>
    </div>
  );
}

function Mismatch({ reason, name }: { readonly reason: SafetyMismatch; readonly name: string }) {
  const m = useMessages(safetyMessages);
  return (
    <>
      <Notice tone="bad" title={m.mismatchTitle}>
        {m.mismatch({ name })} {m.reasons[reason]}
      </Notice>
      <div>
        <Text fw={700}>{m.todo}</Text>
        <ol className={classes.steps}>
          <li>{m.steps.quiet}</li>
          <li>{m.steps.leave}</li>
          <li>{m.steps.network}</li>
        </ol>
      </div>
    </>
  );
}
