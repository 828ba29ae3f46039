import { LineIcon } from '../../../../shared/ui/line-icon';

export const CodeIcon = () => (
  <LineIcon>
    <path d="M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14" />
  </LineIcon>
);
