import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ownMessages } from '../own-messages';

export function OwnFeedbackLink({ href }: { readonly href: string }) {
  const m = useMessages(ownMessages);
  return (
    <Button component={Link} href={href} variant="default" style={{ alignSelf: 'start' }}>
      {m.title}
    </Button>
  );
}
