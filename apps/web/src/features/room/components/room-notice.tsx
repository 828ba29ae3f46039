import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useHeadingFocus } from '../../../shared/hooks/use-heading-focus';
import { errorText } from '../../../shared/i18n/error-messages';
import { useLanguage } from '../../../shared/i18n/language-provider';
import { useMessages } from '../../../shared/i18n/use-messages';
import { roomMessages } from '../messages';
import type { RoomSnapshot } from '../session/room-snapshot';

interface RoomNoticeProps {
  readonly snapshot: RoomSnapshot;
  readonly historyHref: string;
  readonly onEnter: () => void;
}

/** Instead of the call, when this tab has no seat in the room. */
export function RoomNotice({ snapshot, historyHref, onEnter }: RoomNoticeProps) {
  const m = useMessages(roomMessages);
  const { language } = useLanguage();
  switch (snapshot.phase) {
    case 'replaced':
      return (
        <Notice title={m.replacedTitle} text={m.replacedText}>
          <Button size="md" onClick={onEnter}>
            {m.useHere}
          </Button>
        </Notice>
      );
    case 'left':
      return (
        <Notice title={m.leftTitle} text={m.leftText}>
          <Button size="md" onClick={onEnter}>
            {m.comeBack}
          </Button>
          <Button size="md" variant="default" component={Link} href={historyHref}>
            {m.toHistory}
          </Button>
        </Notice>
      );
    case 'refused':
      return (
        <Notice title={m.refusedTitle} text={errorText(snapshot.refusal, language)}>
          <Button size="md" onClick={onEnter}>
            {m.retry}
          </Button>
          <Button size="md" variant="default" component={Link} href={historyHref}>
            {m.toHistory}
          </Button>
        </Notice>
      );
    case 'joining':
    case 'joined':
    case 'over':
      return null;
  }
}

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Notice({ title, text, children }: NoticeProps) {
  const heading = useHeadingFocus();
  return (
    <Stack align="center" justify="center" mih="100dvh" p="lg" gap="md" ta="center">
      <Title ref={heading} order={1} size="h2" tabIndex={-1}>
        {title}
      </Title>
      <Text maw={480}>{text}</Text>
      <Group justify="center">{children}</Group>
    </Stack>
  );
}
