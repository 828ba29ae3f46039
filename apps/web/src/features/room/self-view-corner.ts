export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;
export type Corner = (typeof CORNERS)[number];

/** Where an arrow key moves the self-view; `null` for any other key. */
export function cornerAfterKey(corner: Corner, key: string): Corner | null {
  const [vertical, horizontal] = corner.split('-') as ['top' | 'bottom', 'left' | 'right'];
  switch (key) {
    case 'ArrowUp':
      return `top-${horizontal}`;
    case 'ArrowDown':
      return `bottom-${horizontal}`;
    case 'ArrowLeft':
      return `${vertical}-left`;
    case 'ArrowRight':
      return `${vertical}-right`;
    default:
      return null;
  }
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The corner of `stage` that `tile` was dropped nearest to. */
export function nearestCorner(tile: Box, stage: Box): Corner {
  const right = tile.left + tile.width / 2 > stage.left + stage.width / 2;
  const bottom = tile.top + tile.height / 2 > stage.top + stage.height / 2;
  return `${bottom ? 'bottom' : 'top'}-${right ? 'right' : 'left'}`;
}

/** The corner clockwise of this one, for a tap on the move button. */
export function nextCorner(corner: Corner): Corner {
  const clockwise: Record<Corner, Corner> = {
    'top-left': 'top-right',
    'top-right': 'bottom-right',
    'bottom-right': 'bottom-left',
    'bottom-left': 'top-left',
  };
  return clockwise[corner];
}

export const asCorner = (stored: string | null): Corner =>
  CORNERS.find((corner) => corner === stored) ?? 'bottom-right';
