import { LineIcon } from '../../../../shared/ui/line-icon';

export const PracticeIcon = () => (
  <LineIcon>
    <path d="M4 10v4M8 6.5v11M12 4v16M16 8v8M20 10.5v3" />
  </LineIcon>
);
