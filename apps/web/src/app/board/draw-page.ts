import { exportToSvg } from '@excalidraw/excalidraw';
import { dataUrlOf } from '../../features/room/tools/board/data-url';
import { EXCALIDRAW_ASSET_PATH } from '../../features/room/tools/board/excalidraw/asset-path';
import type { KeptPage } from './kept-pages';

window.EXCALIDRAW_ASSET_PATH = EXCALIDRAW_ASSET_PATH;

type Scene = Parameters<typeof exportToSvg>[0];

/** A page as a picture, on white as both saw it. A picture runs nothing of what is in it. */
export async function drawPage({ elements, images }: KeptPage): Promise<Blob> {
  const files = [...images].map(([id, { mimeType, bytes }]) => {
    return [id, { id, mimeType, dataURL: dataUrlOf(mimeType, bytes), created: 1 }];
  });
  const svg = await exportToSvg({
    elements: elements as unknown as Scene['elements'],
    files: Object.fromEntries(files) as Scene['files'],
    appState: { exportBackground: true, viewBackgroundColor: '#ffffff', exportEmbedScene: false },
    exportPadding: 24,
  });
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}
