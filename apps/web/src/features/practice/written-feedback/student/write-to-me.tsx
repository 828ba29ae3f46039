import { Button, Group, Text } from '@mantine/core';
import type { Script } from '@ieum/api-contract';
import { useState } from 'react';
import { Link } from 'wouter';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { Dialog } from '../../../../shared/ui/dialog';
import type { ScriptAutosave } from '../../script/saved-script';
import type { OwnFeedbackLinks } from '../feedback-links';
import { ownMessages } from '../own-messages';
import { AskForm, EMPTY_ASK } from './ask-form';

interface WriteToMeProps {
  readonly script: Script;
  readonly autosave: ScriptAutosave;
  /** The text is not to be had now. */
  readonly blocked: boolean;
  readonly links: OwnFeedbackLinks;
}

/** Asks a mentor to correct this script in writing. */
export function WriteToMe({ script, autosave, blocked, links }: WriteToMeProps) {
  const m = useMessages(ownMessages);
  const [opened, setOpened] = useState(false);
  // Escape closes the dialog, and loses nothing.
  const [draft, setDraft] = useState(EMPTY_ASK);
  const [askedId, setAskedId] = useState<string | null>(null);
  return (
    <Group gap="sm" data-print="no">
      <Button disabled={blocked} onClick={() => setOpened(true)}>
        {m.ask}
      </Button>
      <Text role="status" fz="sm">
        {askedId !== null && (
          <>
            {m.asked} <Link href={links.feedbackOf(askedId)}>{m.look}</Link>
          </>
        )}
      </Text>
      <Dialog opened={opened} title={m.askTitle} onClose={() => setOpened(false)}>
        <AskForm
          script={script}
          autosave={autosave}
          draft={draft}
          onDraft={setDraft}
          onCancel={() => setOpened(false)}
          onAsked={(id) => {
            setAskedId(id);
            setDraft(EMPTY_ASK);
            setOpened(false);
          }}
        />
      </Dialog>
    </Group>
  );
}
