import { useQuery } from '@tanstack/react-query';
import type { AdminLinks } from '../admin-links';
import { overviewQuery } from '../admin-queries';
import { Figures } from './figures';
import { Fresh } from './fresh';
import { NodeList } from './node-list';
import { Queue } from './queue';
import { RoomList } from './room-list';

/** What happens now. */
export function NowPage({ links }: { readonly links: AdminLinks }) {
  const query = useQuery(overviewQuery);
  return (
    <Fresh query={query}>
      {(overview) => (
        <>
          <Figures overview={overview} />
          <Queue items={overview.queue} total={overview.waiting} />
          <RoomList rooms={overview.rooms} links={links} />
          <NodeList nodes={overview.nodes} />
        </>
      )}
    </Fresh>
  );
}
