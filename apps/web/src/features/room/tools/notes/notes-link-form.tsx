import { Button, Group, TextInput } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent, KeyboardEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { safeHref, typedHref } from '../../../../shared/lib/safe-href';
import { notesMessages } from './notes-messages';
import classes from './notes.module.css';

interface NotesLinkFormProps {
  readonly editor: Editor;
  readonly onClose: () => void;
}

/** Where the link at the caret leads. */
export function NotesLinkForm({ editor, onClose }: NotesLinkFormProps) {
  const m = useMessages(notesMessages);
  const [href] = useState(() => safeHref(editor.getAttributes('link').href));
  const [typed, setTyped] = useState(href ?? '');
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const done = () => {
    onClose();
    editor.commands.focus();
  };
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const address = typedHref(typed);
    if (address === null) return setWrong(true);
    setLink(editor, address, typed.trim());
    return done();
  };
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetMark('link').run();
    done();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    // Of the panel, Escape closes only this.
    event.preventDefault();
    done();
  };
  return (
    <form className={classes.link} onSubmit={apply} noValidate>
      <TextInput
        label={m.address}
        type="url"
        inputMode="url"
        autoComplete="off"
        ref={input}
        onKeyDown={onKeyDown}
        value={typed}
        error={wrong && m.addressWrong}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setWrong(false);
        }}
      />
      <Group gap={8} mt={8}>
        <Button type="submit">{m.apply}</Button>
        {href !== null && (
          <>
            <Button variant="default" onClick={remove}>
              {m.remove}
            </Button>
            <Button variant="default" component="a" href={href} target="_blank" rel="noopener noreferrer nofollow">
              {m.open}
            </Button>
          </>
        )}
      </Group>
    </form>
  );
}

/** The selected words lead there from now on; without any, the address itself is written. */
function setLink(editor: Editor, href: string, typed: string): void {
  const mark = { type: 'link', attrs: { href } };
  if (editor.state.selection.empty && !editor.isActive('link')) {
    editor.commands.insertContent({ type: 'text', text: typed, marks: [mark] });
  } else {
    editor.chain().extendMarkRange('link').setMark('link', { href }).run();
  }
}
