import { Button, Group, Text } from '@mantine/core';
import type { Consult } from '@ieum/signaling-protocol';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { currentConsultsQuery } from '../shared/consult/consult-queries';
import { useConsultPushes } from '../shared/consult/use-consult';
import { defineMessages } from '../shared/i18n/define-messages';
import { useMessages } from '../shared/i18n/use-messages';
import { playChime } from '../shared/sound/chime';
import classes from './open-consult-banner.module.css';
import { placeOf } from './place-of';

const messages = defineMessages({
  en: {
    label: 'Your open consult',
    waiting: 'Your request is waiting for a mentor.',
    toWaiting: 'Back to waiting',
    matched: ({ nickname }: { nickname: string }) => `${nickname} is here and waits for you in the room.`,
    room: ({ nickname }: { nickname: string }) => `Your consult with ${nickname} is still open.`,
    toRoom: 'Go to the room',
  },
  ko: {
    label: '진행 중인 만남',
    waiting: '요청이 멘토를 기다리고 있어요.',
    toWaiting: '대기 화면으로',
    matched: ({ nickname }: { nickname: string }) => `${nickname} 님이 방에서 기다리고 있어요.`,
    room: ({ nickname }: { nickname: string }) => `${nickname} 님과의 만남이 아직 열려 있어요.`,
    toRoom: '방으로 가기',
  },
});

/** On every other page: what is open, and the way back to it. Calls a student back who looked elsewhere. */
export function OpenConsultBanner() {
  useConsultPushes();
  const [location] = useLocation();
  const { data } = useQuery(currentConsultsQuery);
  const open = [data?.asStudent, data?.asMentor].find((consult) => consult && placeOf(consult) !== location);
  return open ? <Banner key={open.id} consult={open} /> : null;
}

function Banner({ consult }: { readonly consult: Consult }) {
  const m = useMessages(messages);
  const called = consult.role === 'student' && consult.status === 'matched';
  useEffect(() => {
    if (called) void playChime();
  }, [called]);
  const nickname = (consult.role === 'student' ? consult.mentor?.nickname : consult.student.nickname) ?? '';
  const waiting = consult.status === 'waiting';
  const text = waiting ? m.waiting : called ? m.matched({ nickname }) : m.room({ nickname });
  return (
    <section className={classes.banner} aria-label={m.label} role={called ? 'alert' : 'status'}>
      <Group justify="center" gap="md">
        <Text fw={600}>{text}</Text>
        <Button component={Link} href={placeOf(consult)}>
          {waiting ? m.toWaiting : m.toRoom}
        </Button>
      </Group>
    </section>
  );
}
