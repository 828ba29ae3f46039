import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Dialog } from '../../../shared/ui/dialog';
import { Loading } from '../../../shared/ui/loading';
import { carriedMessages } from './carried-messages';

/** Comes with what plays takes. */
const Carried = lazy(() => import('./carried').then(({ Carried: carried }) => ({ default: carried })));

interface CarriedPreviewProps {
  readonly consultId: string;
  readonly nickname: string;
}

/** What a student prepared and shows: for mentors, before they accept. */
export function CarriedPreview({ consultId, nickname }: CarriedPreviewProps) {
  const m = useMessages(carriedMessages);
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" aria-label={m.lookOf({ nickname })} onClick={() => setOpened(true)}>
        {m.look}
      </Button>
      <Dialog opened={opened} title={m.title({ nickname })} onClose={() => setOpened(false)}>
        <Suspense fallback={<Loading label={m.loading} lines={4} />}>
          <Carried consultId={consultId} />
        </Suspense>
        <Button variant="default" onClick={() => setOpened(false)}>
          {m.close}
        </Button>
      </Dialog>
    </>
  );
}
