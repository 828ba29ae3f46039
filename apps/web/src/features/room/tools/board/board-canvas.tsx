import { useComputedColorScheme } from '@mantine/core';
import { Excalidraw, MainMenu } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import type { AppState, ExcalidrawImperativeAPI, ExcalidrawProps } from '@excalidraw/excalidraw/types';
import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent, DragEvent, KeyboardEvent } from 'react';
import { useLanguage } from '../../../../shared/i18n/language-provider';
import { isKeptFromExcalidraw } from './board-keys';
import type { BoardModel } from './board-model';
import { BoardScreen } from './board-screen';
import classes from './board.module.css';
import { EXCALIDRAW_ASSET_PATH } from './excalidraw/asset-path';
import { readPasted } from './pasted';
import { encodeElement } from './wire-element';

declare global {
  interface Window {
    EXCALIDRAW_ASSET_PATH?: string | string[];
  }
}

window.EXCALIDRAW_ASSET_PATH = EXCALIDRAW_ASSET_PATH;

/** How a page was looked at, and what with, when it was left. */
export type PageView = Pick<AppState, 'scrollX' | 'scrollY' | 'zoom' | 'activeTool' | 'currentItemStrokeColor'>;

export interface BoardHandle {
  readonly api: ExcalidrawImperativeAPI;
  readonly screen: BoardScreen;
}

interface BoardCanvasProps {
  readonly model: BoardModel;
  readonly pageId: string;
  readonly partner: string;
  readonly view: PageView | undefined;
  readonly onView: (view: PageView) => void;
  readonly onReady: (handle: BoardHandle | null) => void;
  readonly onPictures: (files: readonly File[]) => void;
}

const UI: ExcalidrawProps['UIOptions'] = {
  canvasActions: {
    changeViewBackgroundColor: false,
    clearCanvas: true,
    export: false,
    loadScene: false,
    saveToActiveFile: false,
    saveAsImage: false,
    toggleTheme: false,
  },
  tools: { image: false },
};

/** One page of the board in Excalidraw, without those parts of it that lead elsewhere. */
export function BoardCanvas(props: BoardCanvasProps) {
  const { model, pageId, partner, view, onView, onReady, onPictures } = props;
  const { language } = useLanguage();
  const theme = useComputedColorScheme('light');
  const [api, setApi] = useState<ExcalidrawImperativeAPI | null>(null);
  const screen = useRef<BoardScreen | null>(null);
  const [isNew] = useState(!view);
  const tell = useRef({ onReady, onView });
  useEffect(() => {
    tell.current = { onReady, onView };
  });
  useEffect(() => {
    if (!api) return undefined;
    const made = new BoardScreen({ api, model, pageId, partner, isNew });
    screen.current = made;
    tell.current.onReady({ api, screen: made });
    return () => {
      tell.current.onView(viewOf(api.getAppState()));
      made.close();
      screen.current = null;
      tell.current.onReady(null);
    };
  }, [api, model, pageId, partner, isNew]);
  const onPaste = (event: ClipboardEvent) => {
    const pasted = isTyping(event.target) ? null : readPasted(event.clipboardData);
    if (!pasted || pasted.kind === 'as-it-is') return;
    event.preventDefault();
    event.stopPropagation();
    if (pasted.kind === 'pictures') onPictures(pasted.files);
    else if (pasted.kind === 'words') pasteWords(event.target, pasted.text);
  };
  const onDrop = (event: DragEvent) => {
    // Excalidraw would put a drawing of its own in the place of the page.
    event.preventDefault();
    event.stopPropagation();
    const { dataTransfer } = event;
    const dropped = readPasted(dataTransfer);
    if (dropped.kind === 'pictures') onPictures(dropped.files);
    // Other files are for the room.
    else window.dispatchEvent(new window.DragEvent('drop', { dataTransfer, cancelable: true }));
  };
  return (
    <div
      role="presentation"
      className={classes.canvas}
      onKeyDownCapture={(event) => isKept(event) && event.stopPropagation()}
      // Letters are Excalidraw's tools here, and not the room's keys.
      onKeyDown={(event) => event.stopPropagation()}
      onPasteCapture={onPaste}
      onDropCapture={onDrop}
    >
      <Excalidraw
        // It is given while Excalidraw is being made.
        excalidrawAPI={(given) => queueMicrotask(() => setApi(given))}
        initialData={{ appState: { ...view, viewBackgroundColor: '#ffffff' } }}
        onChange={(elements) => screen.current?.changed(elements)}
        onPointerUpdate={({ pointer, button }) => screen.current?.pointed(pointer, button === 'down')}
        onPaste={({ elements }) => elements?.every((element) => isForBoard(model, element)) ?? true}
        onLinkOpen={(_element, event) => event.preventDefault()}
        validateEmbeddable={false}
        isCollaborating={false}
        aiEnabled={false}
        handleKeyboardGlobally={false}
        detectScroll={false}
        langCode={language === 'ko' ? 'ko-KR' : 'en'}
        theme={theme}
        name="board"
        {...(UI && { UIOptions: UI })}
      >
        <MainMenu>
          <MainMenu.DefaultItems.ClearCanvas />
        </MainMenu>
      </Excalidraw>
    </div>
  );
}

/** Of elements from elsewhere, those that the other side would take, and pictures that are on the board already. */
function isForBoard(model: BoardModel, element: { readonly type: string; readonly fileId?: unknown }): boolean {
  if (element.type === 'image') return typeof element.fileId === 'string' && model.files.get(element.fileId) !== null;
  return encodeElement(element) !== null;
}

function isKept(event: KeyboardEvent): boolean {
  return !isTyping(event.target) && isKeptFromExcalidraw(event);
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;

/** As if nothing but these words had been copied. */
function pasteWords(target: EventTarget, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  target.dispatchEvent(new window.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

const viewOf = ({ scrollX, scrollY, zoom, activeTool, currentItemStrokeColor }: AppState): PageView => ({
  scrollX,
  scrollY,
  zoom,
  activeTool,
  currentItemStrokeColor,
});
