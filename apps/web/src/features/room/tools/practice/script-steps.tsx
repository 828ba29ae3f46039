import type { CarriedPractice } from '@ieum/api-contract';
import { Button, Text } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { errorText } from '../../../../shared/i18n/error-messages';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { ApiError } from '../../../../shared/lib/api-error';
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
  const stage = script.stageOf(practice);
  return (
    <>
      {isMentor && stage === 'closed' && (
        <>
          <Button disabled={!mayOpen} onClick={() => setFull(!script.open(practice))}>
            {m.open}
          </Button>
          <Text fz="sm" c="dimmed">
            {m.openHint}
          </Text>
        </>
      )}
      {!isMentor && stage === 'corrected' && <NextVersion script={script} />}
      <div role="status">
        {isFull && stage === 'closed' && <Text fz="sm">{m.full}</Text>}
        {!isMentor && stage === 'closed' && <Text fz="sm">{m.waitOpen}</Text>}
        {stage === 'open' && <Text fz="sm">{m.isOpen}</Text>}
        {isMentor && stage === 'corrected' && <Text fz="sm">{m.waitNext}</Text>}
        {stage === 'saved' && <Text fz="sm">{m.done}</Text>}
      </div>
    </>
  );
}

function NextVersion({ script }: { readonly script: CarriedScript }) {
  const m = useMessages(practiceMessages);
  const { language } = useLanguage();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const save = async () => {
    setSaving(true);
    setProblem(null);
    try {
      await script.makeNext();
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
      <Button aria-disabled={isSaving} loading={isSaving} onClick={() => void (isSaving || save())}>
        {m.next}
      </Button>
      <Text fz="sm" c="dimmed">
        {m.nextHint}
      </Text>
      <div role="alert">{problem !== null && <Text fz="sm">{words()}</Text>}</div>
    </>
  );
}
