import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { Dialog } from '../../../shared/ui/dialog';
import { Loading } from '../../../shared/ui/loading';
import { carriedMessages } from './carried-messages';

/** Comes with what plays takes. */
const Carried = lazy(() => import('./carried').then(({ Carried: carried }) => ({ default: carried })));

interface CarriedOpenerProps {
  readonly nickname: string;
  readonly onOpen: () => void;
}

/** The way to what a student prepared. */
export function CarriedOpener({ nickname, onOpen }: CarriedOpenerProps) {
  const m = useMessages(carriedMessages);
  return (
    <Button variant="default" aria-label={m.lookOf({ nickname })} onClick={onOpen}>
      {m.look}
    </Button>
  );
}

interface CarriedPreviewProps {
  /** Whose request it is, and which; `null` while nothing is looked at. */
  readonly carrier: { readonly id: string; readonly nickname: string } | null;
  /** It does not wait any more. */
  readonly gone: boolean;
  readonly onClose: () => void;
}

/** What a student prepared and shows: for mentors, before they accept. */
export function CarriedPreview({ carrier, gone, onClose }: CarriedPreviewProps) {
  const m = useMessages(carriedMessages);
  return (
    <Dialog opened={carrier !== null} title={carrier ? m.title({ nickname: carrier.nickname }) : ''} onClose={onClose}>
      <div>
        <div role="status">{gone && m.gone}</div>
        {carrier && !gone && (
          <Suspense fallback={<Loading label={m.loading} lines={4} />}>
            <Carried consultId={carrier.id} />
          </Suspense>
        )}
      </div>
      <Button variant="default" onClick={onClose}>
        {m.close}
      </Button>
    </Dialog>
  );
}
