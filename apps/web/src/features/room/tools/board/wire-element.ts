import { ElementSchema } from './element-schema';
import type { BoardElement } from './element-schema';

/** An element as it stands in the document: of what it usually is, nothing is said. */
export type WireElement = Readonly<Record<string, unknown>>;

/** Lines of a hatching and dashes of a line: more would be drawn for longer than anybody waits. */
const MAX_HATCHES = 40_000;
const MAX_DASHED_LENGTH = 200_000;

/** What Excalidraw has, for the document; `null` when the other side would not take it. */
export function encodeElement(element: unknown): WireElement | null {
  const parsed = ElementSchema.safeParse(element);
  if (!parsed.success) return null;
  const usual = usualOf(parsed.data.type);
  const told = Object.entries(parsed.data).filter(
    ([key, value]) => !(key in usual) || JSON.stringify(usual[key]) !== JSON.stringify(value),
  );
  return Object.fromEntries(told);
}

/** What stands in the document, whoever wrote it; `null` when it is nothing that can be shown. */
export function decodeElement(value: unknown): BoardElement | null {
  const parsed = ElementSchema.safeParse(value);
  return parsed.success ? calm(untangled(parsed.data)) : null;
}

/** How many points it has, or as much work as so many. */
export const pointsOf = (element: BoardElement): number => ('points' in element ? element.points.length : 4);

/** About as many bytes as it takes in the document. */
export const bytesOf = (element: WireElement): number => JSON.stringify(element).length;

const known = new Map<string, Readonly<Record<string, unknown>>>();

/** What a kind of element is when nothing is said of it. */
function usualOf(type: BoardElement['type']): Readonly<Record<string, unknown>> {
  let usual = known.get(type);
  if (!usual) {
    const least = { id: '-', x: 0, y: 0, width: 0, height: 0, seed: 0, version: 0, versionNonce: 0 };
    const own = { points: [[0, 0]], text: '', originalText: '', fileId: null };
    const always = new Set(['type', ...Object.keys(least), ...Object.keys(own)]);
    const all = Object.entries(ElementSchema.parse({ type, ...least, ...own }));
    usual = Object.fromEntries(all.filter(([key]) => !always.has(key)));
    known.set(type, usual);
  }
  return usual;
}

/** Nothing is in, of or at itself. */
function untangled(element: BoardElement): BoardElement {
  const { id } = element;
  const frameId = element.type === 'frame' || element.frameId === id ? null : element.frameId;
  const boundElements = element.boundElements?.filter((bound) => bound.id !== id) ?? null;
  const own = { ...element, frameId, boundElements };
  if (own.type === 'text') return { ...own, containerId: own.containerId === id ? null : own.containerId };
  if (own.type !== 'arrow' && own.type !== 'line') return own;
  return {
    ...own,
    startBinding: own.startBinding?.elementId === id ? null : own.startBinding,
    endBinding: own.endBinding?.elementId === id ? null : own.endBinding,
  };
}

/** What would be hatched or dashed for seconds is drawn plainly. */
function calm(element: BoardElement): BoardElement {
  const hatches =
    (pointsOf(element) * Math.hypot(element.width, element.height, extentOf(element))) / (4 * element.strokeWidth);
  const fillStyle = hatches > MAX_HATCHES ? 'solid' : element.fillStyle;
  const strokeStyle = lengthOf(element) > MAX_DASHED_LENGTH ? 'solid' : element.strokeStyle;
  return fillStyle === element.fillStyle && strokeStyle === element.strokeStyle
    ? element
    : { ...element, fillStyle, strokeStyle };
}

/** How far its points reach: its width and height only say so. */
function extentOf(element: BoardElement): number {
  if (!('points' in element)) return 0;
  return element.points.reduce((most, [x, y]) => Math.max(most, Math.abs(x), Math.abs(y)), 0);
}

function lengthOf(element: BoardElement): number {
  if (!('points' in element)) return 2 * (Math.abs(element.width) + Math.abs(element.height));
  let length = 0;
  let from = element.points[0] ?? ([0, 0] as const);
  for (const to of element.points) {
    length += Math.hypot(to[0] - from[0], to[1] - from[1]);
    from = to;
  }
  return length;
}
