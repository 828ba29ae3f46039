import { LineIcon } from '../../../../shared/ui/line-icon';

export const RecordIcon = () => (
  <LineIcon>
    <circle cx="12" cy="12" r="9" />
    <circle cx="12" cy="12" r="4.5" fill="currentColor" stroke="none" />
  </LineIcon>
);

export const PauseIcon = () => (
  <LineIcon>
    <path d="M8 5v14M16 5v14" />
  </LineIcon>
);

export const StopIcon = () => (
  <LineIcon>
    <rect x="6" y="6" width="12" height="12" rx="2" fill="currentColor" />
  </LineIcon>
);

export const PlayIcon = () => (
  <LineIcon>
    <path d="M7 4.5v15l12-7.5Z" fill="currentColor" />
  </LineIcon>
);
