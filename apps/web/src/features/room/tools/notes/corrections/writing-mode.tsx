import { Switch, Text } from '@mantine/core';
import { useId, useSyncExternalStore } from 'react';
import { useMessages } from '../../../../../shared/i18n/use-messages';
import type { NotesModel, WritingMode } from '../notes-model';
import { correctionsMessages } from './corrections-messages';
import classes from './corrections.module.css';

interface WritingModeProps {
  readonly model: NotesModel;
  readonly partner: string;
}

const MODES: readonly WritingMode[] = ['edit', 'correct'];

/** How one writes: the mentor chooses, and lets the student write or not; the student is told. */
export function WritingModeBar({ model, partner }: WritingModeProps) {
  return model.isMentor ? (
    <MentorBar model={model} partner={partner} />
  ) : (
    <StudentLine model={model} partner={partner} />
  );
}

function MentorBar({ model, partner }: WritingModeProps) {
  const m = useMessages(correctionsMessages);
  const name = useId();
  const mode = useSyncExternalStore(model.subscribe, model.mode);
  const studentWrites = useSyncExternalStore(model.permission.subscribe, model.permission.getSnapshot);
  return (
    <div className={classes.bar}>
      <div className={classes.modes} role="radiogroup" aria-label={m.mode}>
        {MODES.map((one) => (
          <label key={one} className={classes.mode} data-mode={one}>
            <input type="radio" name={name} checked={mode === one} onChange={() => model.setMode(one)} />
            <span>{m[one]}</span>
          </label>
        ))}
      </div>
      <Switch
        className={classes.permission}
        label={m.letWrite({ name: partner })}
        checked={studentWrites}
        onChange={({ currentTarget }) => model.permission.set(currentTarget.checked)}
      />
      {mode === 'correct' && (
        <Text fz="sm" className={classes.hint}>
          {m.correctHint}
        </Text>
      )}
    </div>
  );
}

function StudentLine({ model, partner }: WritingModeProps) {
  const m = useMessages(correctionsMessages);
  const mayWrite = useSyncExternalStore(model.permission.subscribe, model.permission.getSnapshot);
  return (
    <Text fz="sm" role="status" className={classes.line}>
      {(mayWrite ? m.mayWrite : m.readOnly)({ name: partner })}
    </Text>
  );
}
