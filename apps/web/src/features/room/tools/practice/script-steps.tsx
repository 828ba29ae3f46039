import type { CarriedPractice } from '@ieum/api-contract';
import { Button, Text } from '@mantine/core';
import { useRef, useState, useSyncExternalStore } from 'react';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
import { SteadyButton } from '../../../../shared/ui/steady-button';
import { TooLongScript } from './carried-script';
import type { CarriedScript } from './carried-script';
import { practiceMessages } from './practice-messages';

interface ScriptStepsProps {
  readonly script: CarriedScript;
  readonly practice: CarriedPractice;
  readonly isMentor: boolean;
}

/** What can be done with the script next: into the notes, and back. */
export function ScriptSteps({ script, practice, isMentor }: ScriptStepsProps) {
  const m = useMessages(practiceMessages);
  useSyncExternalStore(script.notes.subscribe, script.notes.getSnapshot);
  const mayOpen = useSyncExternalStore(script.subscribe, script.mayOpen);
  const [isFull, setFull] = useState(false);
  const status = useRef<HTMLDivElement>(null);
  const stage = script.stageOf(practice);
  const open = () => {
    const opened = script.open(practice);
    setFull(!opened);
    // The button goes: reading goes on at what became of it.
    if (opened) status.current?.focus();
  };
  return (
    <>
      {isMentor && stage === 'closed' && (
        <>
          <Button disabled={!mayOpen} onClick={open}>
            {m.open}
          </Button>
          <Text fz="sm" c="dimmed">
            {m.openHint}
          </Text>
        </>
      )}
      {!isMentor && stage === 'corrected' && <NextVersion script={script} onSaved={() => status.current?.focus()} />}
      <div ref={status} role="status" tabIndex={-1}>
        {isFull && stage === 'closed' && <Text fz="sm">{m.full}</Text>}
        {!isMentor && stage === 'closed' && <Text fz="sm">{m.waitOpen}</Text>}
        {stage === 'open' && <Text fz="sm">{m.isOpen}</Text>}
        {isMentor && stage === 'corrected' && <Text fz="sm">{m.waitNext}</Text>}
        {stage === 'saved' && <Text fz="sm">{m.done}</Text>}
      </div>
    </>
  );
}

interface NextVersionProps {
  readonly script: CarriedScript;
  /** It goes with that. */
  readonly onSaved: () => void;
}

function NextVersion({ script, onSaved }: NextVersionProps) {
  const m = useMessages(practiceMessages);
  const { language } = useLanguage();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async () => {
    setSaving(true);
    setProblem(null);
    try {
      await script.makeNext();
      onSaved();
    } catch (error) {
      setProblem(error);
    }
    setSaving(false);
  };
  const words = (): string => {
    if (problem instanceof TooLongScript) return m.tooLong;
    const isStale = problem instanceof ApiError && problem.code === 'scripts/stale-revision';
    return isStale ? m.stale : errorText(problem, language);
  };
  return (
    <>
      <SteadyButton loading={isSaving} onClick={() => void save()}>
        {m.next}
      </SteadyButton>
      <Text fz="sm" c="dimmed">
        {m.nextHint}
      </Text>
      <div role="alert">{problem !== null && <Text fz="sm">{words()}</Text>}</div>
    </>
  );
}
