import { Text } from '@mantine/core';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { Notice } from '../../../shared/ui/notice';

interface SavedNoteProps {
  readonly error: unknown;
  /** What to say once it is done; null before. */
  readonly saved: string | null;
}

/** What became of a save. */
export function SavedNote({ error, saved }: SavedNoteProps) {
  const { language } = useLanguage();
  return (
    <div role="status" aria-live="polite">
      {error ? (
        <Notice tone="bad">{errorText(error, language)}</Notice>
      ) : (
        saved !== null && (
          <Text c="sea" fw={600}>
            ✓ {saved}
          </Text>
        )
      )}
    </div>
  );
}
