import type { AdminRoom } from '@ieum/api-contract';
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useTickingNow } from '../../../shared/hooks/use-ticking-now';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import type { AdminLinks } from '../admin-links';
import { adminMessages } from '../messages';
import { secondsSince } from '../seconds-since';
import { shortId } from '../short-id';
import classes from './admin.module.css';
import { Row, Rows } from './facts';

interface RoomListProps {
  readonly rooms: readonly AdminRoom[];
  readonly links: AdminLinks;
}

/** Consults that have a room, and who is inside. */
export function RoomList({ rooms, links }: RoomListProps) {
  const m = useMessages(adminMessages);
  const words = useConsultWords();
  const format = useFormat();
  const now = useTickingNow();
  return (
    <Section title={m.rooms}>
      {rooms.length === 0 ? (
        <Text>{m.roomsEmpty}</Text>
      ) : (
        <Rows>
          {rooms.map(({ consultId, kind, status, since, mentor, seats }) => (
            <Row
              key={consultId}
              title={`${words.kinds[kind]} · ${shortId(consultId)}`}
              action={
                <Link href={links.call(consultId)} className={classes.link}>
                  {m.timeline}
                </Link>
              }
              facts={[
                { label: m.state, value: words.statuses[status] },
                { label: m.since, value: format.duration(secondsSince(since, now)) },
                { label: m.mentor, value: mentor },
                {
                  label: m.seats,
                  value:
                    seats.length === 0
                      ? m.nobodyInside
                      : seats.map(({ role, nodeId }) => `${words.roles[role]} (${shortId(nodeId)})`).join(', '),
                },
              ]}
            />
          ))}
        </Rows>
      )}
    </Section>
  );
}
