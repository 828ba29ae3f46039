import { NativeSelect } from '@mantine/core';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { codeMessages } from './code-messages';
import { CODE_LANGUAGES, CodeLanguage } from './shown-code';

/** As their makers call them, in every language. */
const NAMES: Readonly<Record<Exclude<CodeLanguage, 'plain'>, string>> = {
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  python: 'Python',
  java: 'Java',
  c: 'C',
  cpp: 'C++',
  html: 'HTML',
  css: 'CSS',
  sql: 'SQL',
  json: 'JSON',
  bash: 'Bash',
};

interface LanguageSelectProps {
  readonly value: CodeLanguage;
  readonly onChange: (language: CodeLanguage) => void;
}

export function LanguageSelect({ value, onChange }: LanguageSelectProps) {
  const m = useMessages(codeMessages);
  return (
    <NativeSelect
      aria-label={m.language}
      value={value}
      data={CODE_LANGUAGES.map((language) => ({
        value: language,
        label: language === 'plain' ? m.languages.plain : NAMES[language],
      }))}
      onChange={({ currentTarget }) => onChange(CodeLanguage.parse(currentTarget.value))}
    />
  );
}
