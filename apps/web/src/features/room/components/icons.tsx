import { LineIcon } from '../../../shared/ui/line-icon';

const MICROPHONE = <path d="M12 3a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3ZM6 11a6 6 0 0 0 12 0M12 17v4" />;
const CAMERA = <path d="M3 7h11v10H3zM14 11l6-4v10l-6-4" />;
const STROKE_OUT = <path d="M4 4l16 16" />;

export const MicrophoneIcon = ({ off = false }: { readonly off?: boolean }) => (
  <LineIcon>
    {MICROPHONE}
    {off && STROKE_OUT}
  </LineIcon>
);

export const CameraIcon = ({ off = false }: { readonly off?: boolean }) => (
  <LineIcon>
    {CAMERA}
    {off && STROKE_OUT}
  </LineIcon>
);

export const LeaveIcon = () => (
  <LineIcon>
    <path d="M4 15c4-5 12-5 16 0l-3 2-2.5-2v-2a9 9 0 0 0-5 0v2L7 17z" />
  </LineIcon>
);

export const KeyboardIcon = () => (
  <LineIcon>
    <path d="M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8" />
  </LineIcon>
);

export const MoveIcon = () => (
  <LineIcon>
    <path d="M12 3v18M3 12h18M9 6l3-3 3 3M9 18l3 3 3-3M6 9l-3 3 3 3M18 9l3 3-3 3" />
  </LineIcon>
);

export const ScreenIcon = ({ off = false }: { readonly off?: boolean }) => (
  <LineIcon>
    <path d="M3 5h18v12H3zM8 21h8M12 17v4" />
    {off ? STROKE_OUT : <path d="M12 14V8.5M9.5 11 12 8.5l2.5 2.5" />}
  </LineIcon>
);

export const ChooseIcon = () => (
  <LineIcon>
    <path d="M7 14l5-5 5 5" />
  </LineIcon>
);

export const MoreIcon = () => (
  <LineIcon>
    <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3" />
  </LineIcon>
);

export const DevicesIcon = () => (
  <LineIcon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5" />
  </LineIcon>
);

export const ShieldIcon = () => (
  <LineIcon>
    <path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4" />
  </LineIcon>
);

export const FullScreenIcon = () => (
  <LineIcon>
    <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
  </LineIcon>
);

export const PictureIcon = () => (
  <LineIcon>
    <path d="M3 5h18v14H3zM12 12h6v4h-6z" />
  </LineIcon>
);

export const DetailsIcon = () => (
  <LineIcon>
    <path d="M4 20h16M7 16v-4M12 16V6M17 16V9" />
  </LineIcon>
);

export const CloseIcon = () => (
  <LineIcon>
    <path d="M6 6l12 12M18 6L6 18" />
  </LineIcon>
);
