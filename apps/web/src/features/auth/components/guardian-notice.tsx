import { Button, Text } from '@mantine/core';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Notice } from '../../../shared/ui/notice';
import { signUpMessages } from '../sign-up-messages';

/** Under 14 no account is made here: why, what to do, and whom to call meanwhile. */
export function GuardianNotice() {
  const m = useMessages(signUpMessages);
  return (
    <Notice tone="calm" title={m.guardianTitle} role="status">
      <Text>{m.guardian}</Text>
      <Text>{m.guardianHelp}</Text>
      <Button component="a" href="tel:1388" variant="default">
        {m.guardianCall}
      </Button>
    </Notice>
  );
}
