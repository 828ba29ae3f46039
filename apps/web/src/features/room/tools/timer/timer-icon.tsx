import { LineIcon } from '../../../../shared/ui/line-icon';

export const TimerIcon = () => (
  <LineIcon>
    <path d="M12 6a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15M12 10v4M9.5 3h5M18 6.5l1.5-1.5" />
  </LineIcon>
);
