import { Button, Group, Text, Textarea } from '@mantine/core';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { ChangeEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { codeMessages } from './code-messages';
import type { CodeModel, CodeRefusal } from './code-model';
import classes from './code.module.css';
import { LanguageSelect } from './language-select';
import { readCodeFile } from './read-code-file';
import { languageOf } from './shown-code';

interface CodeFormProps {
  readonly model: CodeModel;
  /** The code before both is to be seen. */
  readonly onLook: () => void;
}

/** Where one brings code. */
export function CodeForm({ model, onLook }: CodeFormProps) {
  const m = useMessages(codeMessages);
  const { shown, draft } = useSyncExternalStore(model.subscribe, model.getSnapshot);
  const { language, text } = draft ?? { language: shown?.language ?? 'javascript', text: '' };
  const [refusal, setRefusal] = useState<CodeRefusal | 'no-text' | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const tell = (refused: CodeRefusal | 'no-text' | null) => {
    setRefusal(refused);
    if (!refused) onLook();
  };
  const openFile = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    // The same one can be chosen again.
    if (!file) return;
    const read = await readCodeFile(file);
    tell(typeof read === 'string' ? read : model.show(read.text, languageOf(file.name) ?? 'plain'));
  };
  return (
    <div className={classes.form}>
      <Textarea
        className={classes.paste}
        classNames={{ wrapper: classes.fill, input: classes.fill }}
        aria-label={m.paste}
        placeholder={m.paste}
        spellCheck={false}
        autoCapitalize="off"
        value={text}
        onChange={({ currentTarget }) => {
          model.keepDraft({ language, text: currentTarget.value });
          setRefusal(null);
        }}
      />
      <p className={classes.refusal} role="alert">
        {refusal && m.refused[refusal]}
      </p>
      {/* It may be the first that they hear of it. */}
      <div role="status">
        {shown && (
          <Button variant="default" onClick={onLook}>
            {m.look}
          </Button>
        )}
      </div>
      <Group gap="xs">
        <LanguageSelect value={language} onChange={(chosen) => model.keepDraft({ language: chosen, text })} />
        <Button onClick={() => tell(model.showDraft())}>{m.show}</Button>
        <input ref={chooser} type="file" hidden onChange={(event) => void openFile(event)} />
        <Button
          variant="default"
          onClick={() => {
            if (chooser.current) chooser.current.value = '';
            chooser.current?.click();
          }}
        >
          {m.open}
        </Button>
      </Group>
      <Text fz="sm" c="dimmed">
        {m.pasteHint}
      </Text>
    </div>
  );
}
