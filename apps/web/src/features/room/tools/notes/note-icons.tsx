import type { ReactNode } from 'react';
import { LineIcon } from '../../../../shared/ui/line-icon';

const icon = (path: string): ReactNode => (
  <LineIcon size={20}>
    <path d={path} />
  </LineIcon>
);

export const noteIcons = {
  undo: icon('M9 14L4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3'),
  redo: icon('M15 14l5-5-5-5M20 9H10a6 6 0 0 0 0 12h3'),
  heading: icon('M4 5v14M13 5v14M4 12h9M17.5 12l2.5-2v9'),
  smallHeading: icon('M4 5v14M13 5v14M4 12h9M17 12.5c.5-3 4-2.5 4 0 0 2-4 3.5-4 6.5h4'),
  bold: icon('M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z'),
  italic: icon('M10 5h8M6 19h8M14 5l-4 14'),
  highlight: icon('M9 15l-3-3L16 3l5 5L11 17zM6 12l-2 5 3 1 4-1M3 21h9'),
  code: icon('M8 7l-5 5 5 5M16 7l5 5-5 5'),
  bulletList: icon('M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01'),
  orderedList: icon('M10 6h10M10 12h10M10 18h10M4 4.5l1.5-1v5M4 15.5c0-2 3-2 3 0 0 1-3 2.5-3 4h3'),
  maths: icon('M4 5h4l4 14 3-9h6M15 14l5 5M20 14l-5 5'),
  link: icon('M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1-1'),
} as const;
