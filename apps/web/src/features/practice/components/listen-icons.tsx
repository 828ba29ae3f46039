import { LineIcon } from '../../../shared/ui/line-icon';

export const ListenIcon = () => (
  <LineIcon>
    <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
  </LineIcon>
);

export const PauseIcon = () => (
  <LineIcon>
    <path d="M9 6v12M15 6v12" />
  </LineIcon>
);

export const StopIcon = () => (
  <LineIcon>
    <rect x="6.5" y="6.5" width="11" height="11" rx="2" />
  </LineIcon>
);
