import type { AdminOverview } from '@ieum/api-contract';
import { KINDS } from '@ieum/signaling-protocol';
import type { ReactNode } from 'react';
import { useConsultWords } from '../../../shared/consult/use-consult-words';
import { useTickingNow } from '../../../shared/hooks/use-ticking-now';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { adminMessages } from '../messages';
import { secondsSince } from '../seconds-since';
import classes from './admin.module.css';

/** The state of the house in a few numbers. */
export function Figures({ overview }: { readonly overview: AdminOverview }) {
  const m = useMessages(adminMessages);
  const words = useConsultWords();
  const format = useFormat();
  const now = useTickingNow();
  const { waiting, oldestAskedAt, liveRooms, sockets, mentorsOnline } = overview;
  const oldest = oldestAskedAt === null ? null : format.duration(secondsSince(oldestAskedAt, now));
  return (
    <dl className={classes.figures} aria-label={m.figures}>
      <Figure name={m.waiting} value={waiting} hint={oldest === null ? m.nobodyWaits : m.oldest({ time: oldest })} />
      <Figure name={m.liveRooms} value={liveRooms} />
      <Figure name={m.sockets} value={sockets} />
      <div className={classes.figure} data-wide="true">
        <dt>{m.mentorsOnline}</dt>
        {KINDS.map((kind) => (
          <dd key={kind}>
            {words.kinds[kind]} <b>{mentorsOnline[kind]}</b>
          </dd>
        ))}
      </div>
    </dl>
  );
}

function Figure({ name, value, hint }: { readonly name: string; readonly value: number; readonly hint?: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
      </dd>
      {hint !== undefined && <dd>{hint}</dd>}
    </div>
  );
}
