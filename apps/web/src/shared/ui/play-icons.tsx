import { LineIcon } from './line-icon';

export const PauseIcon = () => (
  <LineIcon>
    <path d="M8 5v14M16 5v14" />
  </LineIcon>
);

export const PlayIcon = () => (
  <LineIcon>
    <path d="M7 4.5v15l12-7.5Z" fill="currentColor" />
  </LineIcon>
);
