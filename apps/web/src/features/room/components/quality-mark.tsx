import { useContext } from 'react';
import { useMessages } from '../../../shared/i18n/use-messages';
import { callMessages } from '../call-messages';
import { KeysOn } from '../keys-on';
import { causeKey, lineLevel } from '../line-level';
import type { RemotePeerView } from '../session/room-snapshot';
import classes from './top-bar.module.css';

const BARS = { good: 3, fair: 2, poor: 1, none: 0 } as const;

interface QualityMarkProps {
  readonly peer: RemotePeerView | null;
  readonly open: boolean;
  readonly onPress: () => void;
}

/** How good the line is, in three steps, and why; opens the figures behind it. */
export function QualityMark({ peer, open, onPress }: QualityMarkProps) {
  const m = useMessages(callMessages);
  const keysOn = useContext(KeysOn);
  const level = peer ? lineLevel(peer.quality.felt, peer.state) : 'none';
  const cause = peer && level !== 'none' ? m.causes[causeKey(peer.quality.felt)] : '';
  const words = [m.line[level], cause].filter(Boolean).join('. ');
  return (
    <button
      type="button"
      className={classes.button}
      data-level={level}
      aria-label={`${m.details}. ${words}`}
      aria-expanded={open}
      data-opens="details"
      aria-keyshortcuts={keysOn ? 'Q' : undefined}
      title={keysOn ? `${words} (Q)` : words}
      onClick={onPress}
    >
      <svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={3 + bar * 7}
            y={14 - bar * 5}
            width="4.5"
            height={7 + bar * 5}
            rx="1.5"
            data-on={bar < BARS[level] || undefined}
          />
        ))}
      </svg>
    </button>
  );
}
