import type { RefObject } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import type { RemotePeerView } from '../session/room-snapshot';
import { ElapsedTime } from './elapsed-time';
import { ShieldIcon } from './icons';
import { QualityMark } from './quality-mark';
import classes from './top-bar.module.css';

interface TopBarProps {
  readonly title: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly since: string | null;
  readonly peer: RemotePeerView | null;
  readonly detailsOpen: boolean;
  readonly onDetails: () => void;
  readonly onSafety: () => void;
}

/** Whom one talks to, how long, how safely and how well. */
export function TopBar({ title, heading, since, peer, detailsOpen, onDetails, onSafety }: TopBarProps) {
  const m = useMessages(callMessages);
  const isTroubled = peer?.safetyCode.status === 'mismatch' || peer?.safetyCodeChanged === true;
  const safety = isTroubled ? m.safetyTrouble : m.safety;
  return (
    <div className={classes.top}>
      <h1 ref={heading} className={classes.title} tabIndex={-1}>
        {title}
      </h1>
      <button
        type="button"
        className={classes.button}
        data-level={isTroubled ? 'poor' : undefined}
        aria-label={safety}
        title={safety}
        onClick={onSafety}
      >
        <ShieldIcon />
        {isTroubled && (
          <span className={classes.alarm} aria-hidden="true">
            !
          </span>
        )}
      </button>
      <QualityMark peer={peer} open={detailsOpen} onPress={onDetails} />
      <ElapsedTime since={since} />
    </div>
  );
}
