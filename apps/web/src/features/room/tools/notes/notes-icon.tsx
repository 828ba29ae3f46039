import { LineIcon } from '../../../../shared/ui/line-icon';

export const NotesIcon = () => (
  <LineIcon>
    <path d="M12 20h8M5 16.5L15.5 6a2.1 2.1 0 0 1 3 3L8 19.5l-4 1z" />
  </LineIcon>
);
