import { Button, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useMessages } from '../../../../../shared/i18n/use-messages';
import classes from '../notes.module.css';
import { latexOf, MAX_LATEX, showMaths } from './lazy-maths';
import { mathsMessages } from './maths-messages';

interface MathsFormProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** What a formula says: the one that is selected, or a new one. */
export function MathsForm({ editor, onClose }: MathsFormProps) {
  const m = useMessages(mathsMessages);
  const [selected] = useState(() => selectedMaths(editor));
  const [latex, setLatex] = useState(selected ?? '');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const preview = useRef<HTMLSpanElement>(null);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    // What was drawn last may come late.
    const element = document.createElement('span');
    let isOver = false;
    void showMaths(latex, element).then((isMaths) => {
      if (isOver) return;
      preview.current?.replaceChildren(element);
      setWrong(!isMaths && latex.trim() !== '');
    });
    return () => {
      isOver = true;
    };
  }, [latex]);
  const done = () => {
    onClose();
    editor.commands.focus();
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (wrong || latex.trim() === '') return;
    editor.commands.insertContent({ type: 'inlineMaths', attrs: { latex: latex.trim() } });
    done();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    done();
  };
  return (
    <form className={classes.link} onSubmit={apply} noValidate>
      <TextInput
        label={m.latex}
        description={m.latexHint}
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_LATEX}
        ref={input}
        value={latex}
        error={wrong && m.wrong}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => setLatex(currentTarget.value)}
      />
      <output className={classes.preview} aria-label={m.preview}>
        <span ref={preview} />
      </output>
      <Button type="submit">{selected === null ? m.insert : m.change}</Button>
    </form>
  );
}

function selectedMaths({ state: { selection } }: Editor): string | null {
  const isMaths = selection instanceof NodeSelection && selection.node.type.name === 'inlineMaths';
  return isMaths ? latexOf(selection.node.attrs.latex) : null;
}
