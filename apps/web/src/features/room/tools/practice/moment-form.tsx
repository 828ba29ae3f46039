import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import type { ListedCorrection } from '../../../../shared/corrections/list-corrections';
import { correctionLine } from '../../../../shared/corrections/correction-line';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { MAX_MOMENT_TEXT } from '../../../../shared/consult-document/practice-moments';
import type { Moment } from '../../../../shared/consult-document/practice-moments';
import { practiceMessages } from './practice-messages';
import classes from './practice.module.css';

export type MarkedPlace = Pick<Moment, 'recordingId' | 'atMs'>;

interface MomentFormProps {
  readonly title: string;
  /** Those of the notes, that it may be about. */
  readonly corrections: readonly ListedCorrection[];
  /** `false`: there is no room for it. */
  readonly onKeep: (words: Pick<Moment, 'text' | 'correctionId'>) => boolean;
  readonly onClose: () => void;
}

/** What there is to say of a moment that was just marked; nothing has to be said. */
export function MomentForm({ title, corrections, onKeep, onClose }: MomentFormProps) {
  const m = useMessages(practiceMessages);
  const [text, setText] = useState('');
  const [correctionId, setCorrectionId] = useState('');
  const [isFull, setFull] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (onKeep({ text: text.trim(), correctionId: correctionId || null })) onClose();
    else setFull(true);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // Of the panel, Escape closes only this.
    event.preventDefault();
    onClose();
  };
  return (
    <form className={classes.form} aria-label={title} onSubmit={onSubmit}>
      <Text fw={600} fz="sm">
        {title}
      </Text>
      <TextInput
        ref={input}
        label={m.about}
        maxLength={MAX_MOMENT_TEXT}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {corrections.length > 0 && (
        <NativeSelect
          label={m.correction}
          data={[
            { value: '', label: m.noCorrection },
            ...corrections.map((one) => ({ value: one.id, label: correctionLine(one) })),
          ]}
          value={correctionId}
          onChange={({ currentTarget }) => setCorrectionId(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      )}
      <div role="alert">{isFull && <Text fz="sm">{m.noRoom}</Text>}</div>
      <Group gap={8}>
        <Button type="submit">{m.keep}</Button>
        <Button variant="default" onClick={onClose}>
          {m.cancel}
        </Button>
      </Group>
    </form>
  );
}
