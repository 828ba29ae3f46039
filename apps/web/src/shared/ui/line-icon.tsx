import type { ReactNode } from 'react';

interface LineIconProps {
  /** In CSS pixels; 22 where nothing is said. */
  readonly size?: number;
  /** Of the line, in the units of the drawing; 2 where nothing is said. */
  readonly weight?: number;
  /** Drawn on 24 by 24. */
  readonly children: ReactNode;
}

/** A line icon, drawn here, so that nothing is fetched. The words beside it are what counts. */
export const LineIcon = ({ size = 22, weight = 2, children }: LineIconProps) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={weight}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);
