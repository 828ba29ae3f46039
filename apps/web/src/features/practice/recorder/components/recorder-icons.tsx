import { LineIcon } from '../../../../shared/ui/line-icon';

export const RecordIcon = () => (
  <LineIcon>
    <circle cx="12" cy="12" r="9" />
    <circle cx="12" cy="12" r="4.5" fill="currentColor" stroke="none" />
  </LineIcon>
);

export const StopIcon = () => (
  <LineIcon>
    <rect x="6" y="6" width="12" height="12" rx="2" fill="currentColor" />
  </LineIcon>
);
