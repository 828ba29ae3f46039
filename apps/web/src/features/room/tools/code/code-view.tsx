import { Box, Button, Group, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useMessages } from '../../../../shared/i18n/use-messages';
import { codeMessages } from './code-messages';
import type { CodeModel } from './code-model';
import { plainLines } from './code-tokens';
import type { CodeLine } from './code-tokens';
import classes from './code.module.css';
import { highlightCode } from './highlight-code';
import { LanguageSelect } from './language-select';
import type { ShownCode } from './shown-code';

interface CodeViewProps {
  readonly model: CodeModel;
  readonly shown: ShownCode;
  readonly onOther: () => void;
}

/** The code before both. */
export function CodeView({ model, shown, onOther }: CodeViewProps) {
  const m = useMessages(codeMessages);
  const { lines, failed } = useColours(shown);
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(shown.text).then(
      () => setCopied('yes'),
      (error: unknown) => {
        reportError(error);
        setCopied('no');
      },
    );
  return (
    <>
      <Group gap="xs" px="md" pb="xs">
        <LanguageSelect value={shown.language} onChange={(language) => model.setLanguage(language)} />
        <Button variant="default" onClick={() => void copy()}>
          {m.copy}
        </Button>
      </Group>
      {/* It scrolls by keyboard, too. */}
      <Box className={classes.view} role="region" aria-label={m.shown} tabIndex={0}>
        <pre className={classes.code}>
          {lines.map((line, index) => (
            <span key={index} className={classes.line}>
              {line.map(({ kind, text }, at) => (
                <span key={at} data-kind={kind.replace('hljs-', '') || undefined}>
                  {text}
                </span>
              ))}
              {'\n'}
            </span>
          ))}
        </pre>
      </Box>
      <div className={classes.footer}>
        <Text fz="sm" role="status" className={classes.state}>
          {copied === 'yes' ? m.copied : copied === 'no' ? m.notCopied : failed && m.noColours}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onOther}>
            {m.other}
          </Button>
          <Button variant="default" onClick={() => model.clear()}>
            {m.clear}
          </Button>
        </Group>
      </div>
    </>
  );
}

/** The code as it is, until what colours it is there. */
function useColours(shown: ShownCode) {
  const [coloured, setColoured] = useState<{ of: ShownCode; lines: readonly CodeLine[] | null } | null>(null);
  useEffect(() => {
    let current = true;
    highlightCode(shown).then(
      (lines) => current && setColoured({ of: shown, lines }),
      (error: unknown) => {
        reportError(error);
        if (current) setColoured({ of: shown, lines: null });
      },
    );
    return () => void (current = false);
  }, [shown]);
  const own = coloured?.of === shown ? coloured : null;
  return { lines: own?.lines ?? plainLines(shown.text), failed: own !== null && own.lines === null };
}
