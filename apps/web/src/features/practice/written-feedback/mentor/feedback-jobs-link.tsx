import { Button, Group } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { jobMessages } from '../job-messages';

/** The other way to help: in writing, whenever one has time. */
export function FeedbackJobsLink({ href }: { readonly href: string }) {
  const m = useMessages(jobMessages);
  return (
    <Group mb="md">
      <Button component={Link} href={href} variant="light">
        {m.link}
      </Button>
    </Group>
  );
}
