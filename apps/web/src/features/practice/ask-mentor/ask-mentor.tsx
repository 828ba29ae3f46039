import { Button, Stack, Text } from '@mantine/core';
import type { CreateConsultRequest, Script } from '@ieum/api-contract';
import type { Consult } from '@ieum/signaling-protocol';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { currentConsultsQuery } from '../../../shared/consult/consult-queries';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Dialog } from '../../../shared/ui/dialog';
import { ErrorState } from '../../../shared/ui/error-state';
import { Loading } from '../../../shared/ui/loading';
import { takesQuery } from '../practice-queries';
import { AskMentorForm } from './ask-mentor-form';
import { askMentorMessages } from './ask-mentor-messages';
import type { MentorDraft } from './mentor-request';

export interface AskMentorProps {
  readonly script: Script;
  /** As it is in the form. */
  readonly text: string;
  readonly blocked: boolean;
  /** It was pressed on the page before. */
  readonly begun?: boolean;
  /** Whether all that was typed is saved now. */
  readonly save: () => Promise<boolean>;
  /** Resolves once there is such a consult. */
  readonly send: (request: CreateConsultRequest) => Promise<unknown>;
  readonly placeOf: (consult: Consult) => string;
}

/** The way from an answer to a mentor. */
export function AskMentor(props: AskMentorProps) {
  const m = useMessages(askMentorMessages);
  const [opened, setOpened] = useState(props.begun ?? false);
  // Escape closes the dialog, and loses nothing.
  const [draft, setDraft] = useState<MentorDraft | null>(null);
  const close = () => setOpened(false);
  return (
    <>
      <Button disabled={props.blocked} onClick={() => setOpened(true)}>
        {m.ask}
      </Button>
      <Dialog opened={opened} title={m.title} onClose={close}>
        <Asking {...props} draft={draft} onDraft={setDraft} onClose={close} />
      </Dialog>
    </>
  );
}

interface AskingProps {
  /** `null`: nothing was chosen or typed yet. */
  readonly draft: MentorDraft | null;
  readonly onDraft: (draft: MentorDraft | null) => void;
  readonly onClose: () => void;
}

/** Looks first whether there is an open request, and what could go along. */
function Asking({ draft, onDraft, onClose, ...props }: AskMentorProps & AskingProps) {
  const m = useMessages(askMentorMessages);
  const { script, placeOf } = props;
  const current = useQuery(currentConsultsQuery);
  const takes = useQuery(takesQuery(script.question.id));
  const failed = [current, takes].find(({ error, data }) => error && !data);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!current.data || !takes.data) return <Loading label={m.loading} lines={4} />;
  const { asStudent } = current.data;
  if (asStudent) {
    return (
      <Stack gap="md">
        <Text role="status">{m.open}</Text>
        <Button component={Link} href={placeOf(asStudent)}>
          {m.toOpen}
        </Button>
        <Button variant="default" onClick={onClose}>
          {m.cancel}
        </Button>
      </Stack>
    );
  }
  return (
    <AskMentorForm {...props} recordings={takes.data.recordings} kept={draft} onDraft={onDraft} onClose={onClose} />
  );
}
