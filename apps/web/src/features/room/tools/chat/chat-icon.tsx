import { LineIcon } from '../../../../shared/ui/line-icon';

export const ChatIcon = () => (
  <LineIcon>
    <path d="M4 5h16v11H10l-5 4v-4H4z" />
  </LineIcon>
);
