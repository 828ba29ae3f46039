/** Where this server has Excalidraw's fonts: the build puts them there. */
export const EXCALIDRAW_ASSET_PATH = '/assets/excalidraw/';
