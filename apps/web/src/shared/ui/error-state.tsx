import { Button } from '@mantine/core';
import { errorText } from '../i18n/error-messages';
import { useLanguage } from '../i18n/language-provider';
import { useMessages } from '../i18n/use-messages';
import { uiMessages } from './messages';
import { Notice } from './notice';

interface ErrorStateProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** It could not be loaded: why, and once more. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const m = useMessages(uiMessages);
  const { language } = useLanguage();
  return (
    <Notice tone="bad" role="alert">
      {errorText(error, language)}
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {m.retry}
        </Button>
      )}
    </Notice>
  );
}
