import { Button, Stack, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { consentMessages } from './consent-messages';

export interface ConsentPartProps {
  readonly name: string;
  readonly onAgree: () => void;
  readonly onLeave: () => void;
}

/** Without a relay a call shows addresses that it should hide: what that means, and the choice. */
export function ConsentPart({ name, onAgree, onLeave }: ConsentPartProps) {
  const m = useMessages(consentMessages);
  return (
    <Stack gap="md">
      <Text>{m.hidden}</Text>
      <Text>{m.missing}</Text>
      <Text>{m.seen({ name })}</Text>
      <Text fw={600}>{m.choice}</Text>
      <Button onClick={onAgree}>{m.agree}</Button>
      <Button variant="default" onClick={onLeave}>
        {m.leave}
      </Button>
    </Stack>
  );
}
