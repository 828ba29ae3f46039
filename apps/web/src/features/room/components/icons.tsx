import type { ReactNode } from 'react';

/** Line icons of the room; drawn here, so that nothing is fetched. The words beside them are what counts. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

const MICROPHONE = <path d="M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM6 11a6 6 0 0 0 12 0M12 17v4" />;
const CAMERA = <path d="M3 7h11v10H3zM14 11l6-4v10l-6-4" />;
const STROKE_OUT = <path d="M4 4l16 16" />;

export const MicrophoneIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    {MICROPHONE}
    {off && STROKE_OUT}
  </Icon>
);

export const CameraIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    {CAMERA}
    {off && STROKE_OUT}
  </Icon>
);

export const LeaveIcon = () => (
  <Icon>
    <path d="M4 15c4-5 12-5 16 0l-3 2-2.5-2v-2a9 9 0 0 0-5 0v2L7 17z" />
  </Icon>
);

export const KeyboardIcon = () => (
  <Icon>
    <path d="M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8" />
  </Icon>
);

export const MoveIcon = () => (
  <Icon>
    <path d="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3" />
  </Icon>
);

export const ScreenIcon = ({ off = false }: { readonly off?: boolean }) => (
  <Icon>
    <path d="M3 5h18v12H3zM8 21h8M12 17v4" />
    {off ? STROKE_OUT : <path d="M12 14V8.5M9.5 11 12 8.5l2.5 2.5" />}
  </Icon>
);

export const ChooseIcon = () => (
  <Icon>
    <path d="M7 14l5-5 5 5" />
  </Icon>
);

export const MoreIcon = () => (
  <Icon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />
  </Icon>
);

export const DevicesIcon = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5" />
  </Icon>
);

export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4" />
  </Icon>
);

export const FullScreenIcon = () => (
  <Icon>
    <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
  </Icon>
);

export const PictureIcon = () => (
  <Icon>
    <path d="M3 5h18v14H3zM12 12h6v4h-6z" />
  </Icon>
);

export const DetailsIcon = () => (
  <Icon>
    <path d="M4 20h16M7 16v-4M12 16V6M17 16V9" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
