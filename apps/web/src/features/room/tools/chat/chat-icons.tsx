import { LineIcon } from '../../../../shared/ui/line-icon';

export const SearchIcon = () => (
  <LineIcon size={20}>
    <path d="M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l5 5" />
  </LineIcon>
);

export const PictureIcon = () => (
  <LineIcon size={22}>
    <path d="M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9h.01" />
  </LineIcon>
);

export const DeleteIcon = () => (
  <LineIcon size={18}>
    <path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10 11v5M14 11v5" />
  </LineIcon>
);
