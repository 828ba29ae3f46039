import { Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../../shared/i18n/use-messages';
import { RecordIcon } from '../recorder/components/recorder-icons';
import { compareMessages } from './compare-messages';

interface CompareLinksProps {
  /** The page where takes are compared. */
  readonly href: string;
  /** How many there are. */
  readonly takes: number;
}

/** From the takes of a question on to the next one, and to what became better. */
export function CompareLinks({ href, takes }: CompareLinksProps) {
  const m = useMessages(compareMessages);
  if (takes === 0) return null;
  return (
    <Group gap="sm" mb="md">
      <Button component={Link} href={`${href}?again=1`} leftSection={<RecordIcon />}>
        {m.sayAgain}
      </Button>
      {takes > 1 && (
        <Button component={Link} href={href} variant="default">
          {m.compare}
        </Button>
      )}
    </Group>
  );
}
