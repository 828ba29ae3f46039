import { Button, Group, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { codeMessages } from './code-messages';
import type { CodeModel, CodeRefusal } from './code-model';
import classes from './code.module.css';
import { LanguageSelect } from './language-select';
import { readCodeFile } from './read-code-file';
import { languageOf } from './shown-code';
import type { CodeLanguage } from './shown-code';

interface CodeFormProps {
  readonly model: CodeModel;
  readonly onShown: () => void;
}

/** Where one brings code. */
export function CodeForm({ model, onShown }: CodeFormProps) {
  const m = useMessages(codeMessages);
  const [text, setText] = useState('');
  const [language, setLanguage] = useState<CodeLanguage>(model.getSnapshot().shown?.language ?? 'javascript');
  const [refusal, setRefusal] = useState<CodeRefusal | 'no-text' | null>(null);
  const chooser = useRef<HTMLInputElement>(null);

  const show = (code: string, as: CodeLanguage) => {
    const refused = model.show(code, as);
    setRefusal(refused);
    if (!refused) onShown();
  };
  const openFile = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? [];
    // The same one can be chosen again.
    if (!file) return;
    const read = await readCodeFile(file);
    if (typeof read === 'string') setRefusal(read);
    else show(read.text, languageOf(file.name) ?? 'plain');
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
          setText(currentTarget.value);
          setRefusal(null);
        }}
      />
      <p className={classes.refusal} role="alert">
        {refusal && m.refused[refusal]}
      </p>
      <Group gap="xs">
        <LanguageSelect value={language} onChange={setLanguage} />
        <Button onClick={() => show(text, language)}>{m.show}</Button>
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
