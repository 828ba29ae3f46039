import { Badge, Button, Text } from '@mantine/core';
import type { ScriptSummary } from '@ieum/api-contract';
import { memo } from 'react';
import { Link } from 'wouter';
import { errorText } from '../../../shared/i18n/error-messages';
import { useFormat } from '../../../shared/i18n/use-format';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { usePracticeWords } from '../../../shared/practice/use-practice-words';
import { Notice } from '../../../shared/ui/notice';
import { beginning } from './beginning';
import { libraryMessages } from './library-messages';
import classes from './library.module.css';

interface ScriptCardProps {
  readonly script: ScriptSummary;
  readonly href: string;
  /** Why it could not be brought back. */
  readonly error: unknown;
  readonly onRestore: (script: ScriptSummary) => void;
}

/** One script: its question, how it begins, what there is of it. */
export const ScriptCard = memo(function ScriptCard({ script, href, error, onRestore }: ScriptCardProps) {
  const m = useMessages(libraryMessages);
  const { language } = useLanguage();
  const words = usePracticeWords();
  const format = useFormat();
  const { question, excerpt, deletedAt } = script;
  return (
    <li className={classes.card}>
      <div className={classes.badges}>
        <Badge variant="light" tt="none">
          {words.topics[question.topic]}
        </Badge>
        <Badge variant="light" color="gray" tt="none">
          {words.types[question.type]}
        </Badge>
      </div>
      <h2 className={classes.question} lang="en">
        {deletedAt ? (
          <span className={classes.clamped}>{question.text}</span>
        ) : (
          <Link href={href}>
            <span className={classes.clamped}>{question.text}</span>
          </Link>
        )}
      </h2>
      {excerpt ? (
        <Text lang="en" lineClamp={2} className={classes.excerpt}>
          {beginning(script)}
        </Text>
      ) : (
        <Text c="dimmed">{m.noText}</Text>
      )}
      <Text fz="sm" c="dimmed">
        {m.words({ n: script.words.toLocaleString(language) })}
        {' · '}
        {m.takes({ n: String(script.takes) })}
        {' · '}
        {deletedAt
          ? m.deletedAt({ date: format.dateTime(deletedAt) })
          : m.changed({ date: format.dateTime(script.updatedAt) })}
      </Text>
      {deletedAt && (
        <Button
          variant="default"
          className={classes.restore}
          aria-label={m.restoreOf({ question: question.text })}
          onClick={() => onRestore(script)}
        >
          {m.restore}
        </Button>
      )}
      {error !== null && (
        <Notice tone="bad" role="alert">
          {errorText(error, language)}
        </Notice>
      )}
    </li>
  );
});
