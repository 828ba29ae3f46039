import { LineIcon } from '../../../../shared/ui/line-icon';

export const BoardIcon = () => (
  <LineIcon>
    <path d="M4 5h16v11H4zM9 20l3-4 3 4M7.5 12.5c1.5-4 2.5-4 3.5-1.5s2 2.5 5.5-2.5" />
  </LineIcon>
);
