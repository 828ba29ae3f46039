import type { AdminNode } from '@ieum/api-contract';
import { useTickingNow } from '../../../shared/hooks/use-ticking-now';
import { useFormat } from '../../../shared/i18n/use-format';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Section } from '../../../shared/ui/section';
import { adminMessages } from '../messages';
import { secondsSince } from '../seconds-since';
import { shortId } from '../short-id';
import classes from './admin.module.css';
import { Row, Rows } from './facts';

/** Later than this, calls are signaled late. */
const LATE_MS = 100;

/** The servers, as the one that answers knows them. */
export function NodeList({ nodes }: { readonly nodes: readonly AdminNode[] }) {
  const m = useMessages(adminMessages);
  const format = useFormat();
  const now = useTickingNow();
  return (
    <Section title={m.nodes}>
      <Rows>
        {nodes.map(({ id, self, state, since, sockets, rooms, lagMs }) => (
          <Row
            key={id}
            title={`${m.node} ${shortId(id)}${self ? ` · ${m.thisNode}` : ''}`}
            facts={[
              {
                label: m.state,
                value: <span className={state === 'cut-off' ? classes.bad : undefined}>{m.nodeStates[state]}</span>,
              },
              { label: m.upFor, value: format.duration(secondsSince(since, now)) },
              { label: m.sockets, value: sockets },
              { label: m.rooms, value: rooms },
              {
                label: m.lag,
                value: (
                  <span className={lagMs > LATE_MS ? classes.attention : undefined}>
                    {m.milliseconds({ n: Math.round(lagMs) })}
                  </span>
                ),
              },
            ]}
          />
        ))}
      </Rows>
    </Section>
  );
}
