import { Button, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { defineMessages } from '../i18n/define-messages';
import { useMessages } from '../i18n/use-messages';

const messages = defineMessages({
  en: {
    title: 'In danger, or thinking of hurting yourself? Someone answers now.',
    note: 'Free in Korea, day and night. Calling does not end anything here.',
    '1388': 'Youth helpline',
    '109': 'Suicide prevention',
    '112': 'Police',
    '117': 'School violence',
    call: ({ name, number }: { name: string; number: string }) => `Call ${name}, ${number}`,
  },
  ko: {
    title: '지금 위험하거나 스스로를 해치고 싶은 마음이 드나요? 바로 받아 줄 사람이 있어요.',
    note: '24시간 통화할 수 있어요. 전화해도 여기서 진행 중인 것은 그대로 있어요.',
    '1388': '청소년 전화',
    '109': '자살 예방 상담',
    '112': '경찰',
    '117': '학교 폭력 신고',
    call: ({ name, number }: { name: string; number: string }) => `${name} ${number}에 전화하기`,
  },
});

const NUMBERS = ['1388', '109', '112', '117'] as const;

/** The helplines, one tap away. Everything is in the page: it works without a network. */
export function CrisisLines() {
  const m = useMessages(messages);
  return (
    <Paper component="aside" withBorder p="md" aria-label={m.title}>
      <Stack gap="sm">
        <Text fw={600}>{m.title}</Text>
        <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="xs">
          {NUMBERS.map((number) => (
            <Button
              key={number}
              component="a"
              href={`tel:${number}`}
              variant="light"
              color="red"
              h="auto"
              mih={52}
              px="xs"
              py={6}
              aria-label={m.call({ name: m[number], number })}
            >
              <Stack gap={0} align="center">
                <Text span fw={700} fz="lg">
                  {number}
                </Text>
                <Text span fz="xs" style={{ whiteSpace: 'normal', textAlign: 'center' }}>
                  {m[number]}
                </Text>
              </Stack>
            </Button>
          ))}
        </SimpleGrid>
        <Text fz="sm" c="dimmed">
          {m.note}
        </Text>
      </Stack>
    </Paper>
  );
}
