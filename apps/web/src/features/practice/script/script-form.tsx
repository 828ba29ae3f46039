import { Alert, Stack, Textarea } from '@mantine/core';
import type { Script } from '@ieum/api-contract';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { ConflictPanel, ConflictText } from '../../../shared/autosave/conflict-panel';
import { SaveStatus } from '../../../shared/autosave/save-status';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { WriteToMe } from '../written-feedback/student/write-to-me';
import type { OwnFeedbackLinks } from '../written-feedback/feedback-links';
import { ScriptActions } from './script-actions';
import { cleanText, roomFor, withText } from './script-facts';
import { scriptMessages } from './script-messages';
import { ScriptLength } from './script-length';
import { ScriptPaper } from './script-paper';
import classes from './script.module.css';
import { useFittingHeight } from './use-fitting-height';
import { useScriptAutosave } from './use-script-autosave';
import { Versions } from './versions';

/** A script whose text may still be typed. */
export interface WrittenScript {
  readonly script: Script;
  /** As it is in the form. */
  readonly text: string;
  /** Another tab wrote meanwhile: first it is decided which text stays. */
  readonly blocked: boolean;
  /** Whether all of it is saved now. */
  readonly save: () => Promise<boolean>;
}

interface ScriptFormProps {
  readonly questionId: string;
  readonly stored: Script | null;
  /** Whether it takes the focus as it comes. */
  readonly focused: boolean;
  readonly onDeleted: (script: Script) => void;
  readonly incoming: string | null;
  readonly onTaken: () => void;
  readonly onReady: (ready: boolean) => void;
  /** What else can be done with the script. */
  readonly renderActions: (written: WrittenScript) => ReactNode;
  readonly feedbackLinks: OwnFeedbackLinks;
}

/** The text, saved while it is typed, and what can be done with it. */
export function ScriptForm(props: ScriptFormProps) {
  const { questionId, stored, focused, onDeleted, incoming, onTaken, onReady, renderActions, feedbackLinks } = props;
  const m = useMessages(scriptMessages);
  const { language } = useLanguage();
  const { autosave, snapshot } = useScriptAutosave(questionId, stored);
  const { content, state, theirs, refusal } = snapshot;
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    if (incoming === null) return;
    autosave.edit(withText(autosave.getSnapshot().content, incoming));
    onTaken();
  }, [autosave, incoming, onTaken]);
  const isReady = state !== 'conflict' && !leaving;
  useEffect(() => {
    onReady(isReady);
    return () => onReady(false);
  }, [onReady, isReady]);
  const room = roomFor(content);
  const field = useRef<HTMLTextAreaElement>(null);
  useFittingHeight(field, content);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const begun = stored !== null || content !== '';
  return (
    <Stack gap="md">
      <Stack gap="md" data-print="no">
        {theirs && (
          <ConflictPanel
            title={m.conflictTitle}
            mine={<ConflictText text={content} lang="en" />}
            theirs={<ConflictText text={theirs.text} lang="en" />}
            onResolve={(keep) => autosave.resolve(keep)}
          />
        )}
        <Textarea
          label={m.label}
          size="md"
          rows={6}
          lang="en"
          spellCheck
          ref={field}
          readOnly={leaving}
          classNames={{ input: classes.input }}
          error={room.kind === 'too-long' ? m.tooLong({ n: room.n.toLocaleString(language) }) : null}
          value={content}
          onChange={(event) => autosave.edit(cleanText(event.currentTarget.value))}
        />
        <div className={classes.facts}>
          {begun && <SaveStatus state={state} />}
          <ScriptLength text={content} room={room} />
        </div>
        {refusal !== null && room.kind !== 'too-long' && (
          <Alert color="red" role="alert">
            {errorText(refusal, language)}
          </Alert>
        )}
      </Stack>
      {stored && (
        <>
          <Versions script={stored} text={content} autosave={autosave} blocked={state === 'conflict'} />
          <WriteToMe script={stored} autosave={autosave} blocked={!isReady} links={feedbackLinks} />
          <ScriptActions
            script={stored}
            text={content}
            autosave={autosave}
            blocked={state === 'conflict'}
            onLeaving={setLeaving}
            onDeleted={onDeleted}
          >
            {renderActions({
              script: stored,
              text: content,
              blocked: state === 'conflict' || leaving,
              save: () => autosave.flush(),
            })}
          </ScriptActions>
          <ScriptPaper script={stored} text={content} />
        </>
      )}
    </Stack>
  );
}
