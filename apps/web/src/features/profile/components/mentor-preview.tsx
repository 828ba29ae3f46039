import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useMessages } from '../../../shared/i18n/use-messages';
import type { MentorDraft } from '../mentor-draft';
import { profileMessages } from '../messages';

interface MentorPreviewProps {
  readonly nickname: string;
  readonly draft: MentorDraft;
}

/** The mentor as a matched student sees them, while they type. */
export function MentorPreview({ nickname, draft }: MentorPreviewProps) {
  const m = useMessages(profileMessages).mentor;
  const words = useConsultWords();
  return (
    <section aria-label={m.preview}>
      <Text size="sm" fw={600} mb={6}>
        {m.preview}
      </Text>
      <Paper withBorder p="md" bg="var(--mantine-color-body)">
        <Stack gap={6}>
          <Text fw={700}>{nickname}</Text>
          <Text {...(draft.line.trim() === '' ? { c: 'dimmed' } : {})} style={{ overflowWrap: 'anywhere' }}>
            {draft.line.trim() === '' ? m.previewLine : `“${draft.line.trim()}”`}
          </Text>
          <Group gap={6}>
            {draft.kinds.map((kind) => (
              <Badge key={kind} variant="light" tt="none">
                {words.kinds[kind]}
              </Badge>
            ))}
          </Group>
        </Stack>
      </Paper>
    </section>
  );
}
