import { CaptureUpdateAction, convertToExcalidrawElements } from '@excalidraw/excalidraw';
import type { OrderedExcalidrawElement } from '@excalidraw/excalidraw/element/types';
import type {
  AppState,
  BinaryFileData,
  Collaborator,
  ExcalidrawImperativeAPI,
  SocketId,
} from '@excalidraw/excalidraw/types';
import type { SmallPicture } from '../../../../shared/pictures/picture-facts';
import { BOARD_LIMITS } from './board-limits';
import type { BoardModel } from './board-model';
import { dataUrlOf } from './data-url';
import type { PageSync, SceneElement } from './page-sync';

/** At most thirty a second, as the pointers. */
const LEAST_MS = 34;
/** A stroke is sent whole each time: a long one less often, or it would take the line from the voices. */
const BYTES_A_MS = 64;
const PARTNER = 'partner' as SocketId;
/** Of the window, for a picture that is new. */
const PICTURE_PART = 0.6;

type Elements = readonly OrderedExcalidrawElement[];

export interface BoardScreenOptions {
  readonly api: ExcalidrawImperativeAPI;
  readonly model: BoardModel;
  readonly pageId: string;
  /** As the room knows them. */
  readonly partner: string;
  /** Whether to look at what is on the page at first: it was not looked at before. */
  readonly isNew: boolean;
}

/** One page of the board in one Excalidraw: what is drawn here goes to the model, and what comes from there is shown. */
export class BoardScreen {
  readonly #options: BoardScreenOptions;
  readonly #sync: PageSync;
  readonly #stops: (() => void)[];
  readonly #shownFiles = new Set<string>();
  #latest: Elements = [];
  #nextAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #frame: number | null = null;
  #pointerFrame: number | null = null;
  #isReady = false;

  constructor(options: BoardScreenOptions) {
    this.#options = options;
    const { model, pageId } = options;
    this.#sync = model.syncPage(pageId, () => this.#takeSoon());
    this.#stops = [
      model.files.onArrival(() => this.#showFiles()),
      model.onPartnerPointer(() => this.#showPartnerSoon()),
    ];
    if (!options.api.getAppState().isLoading) this.#begin();
  }

  /** Excalidraw drew something, or was about to. */
  changed(elements: Elements): void {
    this.#latest = elements;
    if (!this.#isReady) return this.#begin();
    this.#publishSoon();
    // What was held while it was written may come now.
    if (this.#sync.hasPending) this.#takeSoon();
  }

  pointed(
    pointer: { readonly x: number; readonly y: number; readonly tool: 'pointer' | 'laser' },
    down: boolean,
  ): void {
    const selected = Object.keys(this.#options.api.getAppState().selectedElementIds).slice(0, 64);
    const { x, y, tool } = pointer;
    this.#options.model.point({ x, y, tool, down, selected });
  }

  /** `false`: there is no room for it. */
  async addImage(image: SmallPicture): Promise<boolean> {
    const { api, model } = this.#options;
    const fileId = await digestOf(image.bytes);
    if (!model.files.add(fileId, image)) return false;
    this.#addFile(fileId, image);
    const { width, height, scrollX, scrollY, zoom } = api.getAppState();
    const scale = Math.min(
      1,
      (PICTURE_PART * Math.min(width, height)) / zoom.value / Math.max(image.width, image.height),
    );
    const size = { width: image.width * scale, height: image.height * scale };
    const [element] = convertToExcalidrawElements([
      {
        type: 'image',
        fileId: fileId as never,
        status: 'saved',
        x: width / 2 / zoom.value - scrollX - size.width / 2,
        y: height / 2 / zoom.value - scrollY - size.height / 2,
        ...size,
      },
    ]);
    if (!element) return false;
    api.setActiveTool({ type: 'selection' });
    api.updateScene({
      elements: [...api.getSceneElementsIncludingDeleted(), element],
      appState: { selectedElementIds: { [element.id]: true } } as never,
      captureUpdate: CaptureUpdateAction.IMMEDIATELY,
    });
    return true;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    if (this.#pointerFrame !== null) cancelAnimationFrame(this.#pointerFrame);
    if (this.#isReady) this.#sync.publish(this.#latest);
    this.#sync.close();
  }

  /** Before, Excalidraw would put nothing in the place of what it was given. */
  #begin(): void {
    this.#isReady = true;
    this.#take();
    this.#showPartner();
    if (this.#options.isNew) this.#lookAtAll();
  }

  #publishSoon(): void {
    if (this.#timer !== null) return;
    const wait = this.#nextAt - performance.now();
    if (wait <= 0) this.#publish();
    else this.#timer = setTimeout(() => this.#publish(), wait);
  }

  #publish(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const bytes = this.#sync.publish(this.#latest);
    this.#nextAt = performance.now() + Math.max(LEAST_MS, bytes / BYTES_A_MS);
  }

  #takeSoon(): void {
    if (!this.#isReady) return;
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null;
      this.#take();
    });
  }

  #take(): void {
    const { api } = this.#options;
    const scene = api.getSceneElementsIncludingDeleted();
    this.#sync.publish(scene);
    const taken = this.#sync.take(scene, heldIn(api.getAppState()));
    if (!taken) return;
    this.#latest = taken as unknown as Elements;
    api.updateScene({ elements: this.#latest, captureUpdate: CaptureUpdateAction.NEVER });
    this.#showFiles();
  }

  #lookAtAll(): void {
    const { api } = this.#options;
    if (api.getSceneElements().length > 0) api.scrollToContent(undefined, { fitToContent: true, animate: false });
  }

  /** Pictures whose bytes are here, and that are somewhere on the page. */
  #showFiles(): void {
    const { model } = this.#options;
    for (const element of this.#latest as readonly (SceneElement & { fileId?: string | null })[]) {
      const { fileId } = element;
      if (!fileId || element.isDeleted || this.#shownFiles.has(fileId)) continue;
      const image = model.files.get(fileId);
      if (image) this.#addFile(fileId, image);
    }
  }

  #addFile(id: string, { mimeType, bytes }: SmallPicture): void {
    this.#shownFiles.add(id);
    const file = { id, mimeType, dataURL: dataUrlOf(mimeType, bytes), created: Date.now() };
    this.#options.api.addFiles([file as unknown as BinaryFileData]);
  }

  #showPartnerSoon(): void {
    if (!this.#isReady) return;
    this.#pointerFrame ??= requestAnimationFrame(() => {
      this.#pointerFrame = null;
      this.#showPartner();
    });
  }

  #showPartner(): void {
    const { api, model, pageId, partner } = this.#options;
    const at = model.partnerPointer();
    const isHere = at?.page === pageId;
    if (!isHere && api.getAppState().collaborators.size === 0) return;
    const shown: Collaborator = {
      id: PARTNER,
      username: partner,
      button: at?.down ? 'down' : 'up',
      selectedElementIds: Object.fromEntries((at?.selected ?? []).map((id) => [id, true as const])),
      ...(at && isOnBoard(at) ? { pointer: { x: at.x, y: at.y, tool: at.tool } } : {}),
    };
    api.updateScene({ collaborators: new Map(isHere ? [[PARTNER, shown]] : []) });
  }
}

/** What somebody writes or draws at this moment: it must not be changed under their hands. */
function heldIn(state: AppState): ReadonlySet<string> {
  const { editingTextElement, newElement, resizingElement, multiElement, editingLinearElement } = state;
  const ids = [
    editingTextElement?.id,
    newElement?.id,
    resizingElement?.id,
    multiElement?.id,
    editingLinearElement?.elementId,
  ];
  return new Set(ids.filter((id): id is string => id !== undefined));
}

const isOnBoard = ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
  Math.abs(x) <= BOARD_LIMITS.place && Math.abs(y) <= BOARD_LIMITS.place;

async function digestOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.subarray(0, 20)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
