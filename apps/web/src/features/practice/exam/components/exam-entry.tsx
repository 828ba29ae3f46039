import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Section } from '../../../../shared/ui/section';
import { examsMessages } from '../exams-messages';

/** The way to a whole exam. */
export function ExamEntry({ href }: { readonly href: string }) {
  const m = useMessages(examsMessages);
  return (
    <Section title={m.title} lead={m.enterHint}>
      <Button component={Link} href={href} variant="default" size="lg">
        {m.enter}
      </Button>
    </Section>
  );
}
