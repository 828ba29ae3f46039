import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import { roomMessages } from '../messages';
import type { DeviceNews } from '../session/device-news';
import type { LocalDevices, LocalView } from '../session/local-devices';
import { isPicturePaused } from '../session/picture-paused';
import type { RemotePeerView } from '../session/room-snapshot';
import { CloseIcon } from './icons';
import classes from './stage.module.css';

interface StageNotesProps {
  readonly peer: RemotePeerView | null;
  readonly name: string;
  readonly local: LocalView;
  readonly devices: LocalDevices;
}

/** News of a device is read in this time; it can be read again in the menus. */
const NEWS_MS = 10_000;

/** Small notes over the pictures: what one shows, what is paused, what happened to a device. */
export function StageNotes({ peer, name, local, devices }: StageNotesProps) {
  const m = useMessages(callMessages);
  return (
    <>
      {local.screen.status === 'on' && (
        <div className={classes.note} data-tone="shown">
          {local.screen.audio ? m.sharingSound : m.sharing}
          <Button size="compact-md" mih={44} color="red" onClick={() => devices.stopSharing()}>
            {m.stopSharing}
          </Button>
        </div>
      )}
      {local.canShareAgain && (
        <div className={classes.note} role="group" aria-label={m.wasSharing}>
          {m.wasSharing}
          <Button size="compact-md" mih={44} onClick={() => devices.shareScreen()}>
            {m.shareAgain}
          </Button>
          <Button
            size="compact-md"
            mih={44}
            variant="transparent"
            color="white"
            onClick={() => devices.dismiss('canShareAgain')}
          >
            {m.notNow}
          </Button>
        </div>
      )}
      <Paused peer={peer} name={name} local={local} />
      <News news={local.news} devices={devices} />
    </>
  );
}

function Paused({ peer, name, local }: Omit<StageNotesProps, 'devices'>) {
  const m = useMessages(callMessages);
  const isConnected = peer?.state === 'connected';
  const own = isConnected && peer.quality.sent === 'audio-only' && local.state.camera.status === 'on';
  const theirs = isConnected && isPicturePaused(peer.quality.samples, peer.media);
  return (
    <div role="status" className={classes.notes}>
      {theirs && <p className={classes.note}>{m.theirPicturePaused({ name })}</p>}
      {own && <p className={classes.note}>{m.ownPicturePaused({ name })}</p>}
    </div>
  );
}

function News({ news, devices }: { readonly news: DeviceNews | null; readonly devices: LocalDevices }) {
  const room = useMessages(roomMessages);
  const text = useNewsText(news);
  useEffect(() => {
    if (!news) return undefined;
    const timer = setTimeout(() => devices.dismiss('news'), NEWS_MS);
    return () => clearTimeout(timer);
  }, [news, devices]);
  return (
    <div role="status" className={classes.notes}>
      {text && (
        <p className={classes.note}>
          {text}
          <button
            type="button"
            className={classes.closeNote}
            aria-label={room.dismiss}
            onClick={() => devices.dismiss('news')}
          >
            <CloseIcon />
          </button>
        </p>
      )}
    </div>
  );
}

function useNewsText(news: DeviceNews | null): string | null {
  const m = useMessages(callMessages);
  switch (news?.kind) {
    case 'replaced':
      return m.news[news.device](news);
    case 'back':
      return m.back[news.device](news);
    case 'refused':
      return m.refused[news.device];
    case undefined:
      return null;
  }
}
