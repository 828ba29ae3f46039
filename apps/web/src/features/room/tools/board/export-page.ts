import { exportToBlob, exportToSvg } from '@excalidraw/excalidraw';
import type { ExcalidrawImperativeAPI } from '@excalidraw/excalidraw/types';

export type ExportType = 'png' | 'svg';

const PADDING = 24;
/** Twice as fine as it is drawn, unless that is more than canvases can be. */
const PNG_SCALE = 2;
const MAX_PNG_PIXELS = 8_192;

/** A page as a file: what is on it, on white, as both see it; `null` when there is nothing. */
export async function exportPage(api: ExcalidrawImperativeAPI, type: ExportType): Promise<Blob | null> {
  const elements = api.getSceneElements();
  if (elements.length === 0) return null;
  const scene = {
    elements,
    files: api.getFiles(),
    appState: { exportBackground: true, viewBackgroundColor: '#ffffff', exportEmbedScene: false },
    exportPadding: PADDING,
  };
  if (type === 'svg') {
    const svg = await exportToSvg(scene);
    return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
  }
  return exportToBlob({
    ...scene,
    mimeType: 'image/png',
    getDimensions: (width: number, height: number) => {
      const scale = Math.min(PNG_SCALE, MAX_PNG_PIXELS / Math.max(width, height));
      return { width: width * scale, height: height * scale, scale };
    },
  });
}
