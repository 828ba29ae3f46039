import { useContext } from 'react';
import type { ReactNode } from 'react';
import { KeysOn } from '../keys-on';
import classes from './control-bar.module.css';

export interface BarButtonProps {
  readonly label: string;
  readonly title: string;
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  /** The panel it opens, or `more`. */
  readonly opens?: string | undefined;
  /** The key that does the same. */
  readonly keyShortcut?: string | undefined;
  readonly className?: string | undefined;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

/** One round button of the call's controls. */
export function BarButton(props: BarButtonProps) {
  const { label, title, pressed, expanded, opens, keyShortcut, className, onClick, children } = props;
  const key = useContext(KeysOn) ? keyShortcut : undefined;
  return (
    <button
      type="button"
      className={[classes.button, className].filter(Boolean).join(' ')}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      data-opens={opens}
      aria-keyshortcuts={key}
      title={key === undefined ? title : `${title} (${key})`}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
