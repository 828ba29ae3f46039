/** For specs: an element as Excalidraw makes it. */
export const rectangle = (change: Readonly<Record<string, unknown>> = {}) => ({
  id: 'a',
  type: 'rectangle',
  x: 10,
  y: 20,
  width: 100,
  height: 50,
  angle: 0,
  strokeColor: '#1e1e1e',
  backgroundColor: 'transparent',
  fillStyle: 'solid',
  strokeWidth: 2,
  strokeStyle: 'solid',
  roughness: 1,
  opacity: 100,
  groupIds: [],
  frameId: null,
  index: 'a0',
  roundness: { type: 3 },
  seed: 1_234,
  version: 1,
  versionNonce: 99,
  isDeleted: false,
  boundElements: null,
  updated: 1_700_000_000_000,
  link: null,
  locked: false,
  ...change,
});

export const stroke = (
  points: readonly (readonly [number, number])[],
  change: Readonly<Record<string, unknown>> = {},
) =>
  rectangle({
    type: 'freedraw',
    roundness: null,
    points,
    pressures: [],
    simulatePressure: true,
    lastCommittedPoint: points.at(-1) ?? null,
    ...change,
  });

export const text = (words: string, change: Readonly<Record<string, unknown>> = {}) =>
  rectangle({
    type: 'text',
    text: words,
    originalText: words,
    fontSize: 20,
    fontFamily: 5,
    textAlign: 'left',
    verticalAlign: 'top',
    containerId: null,
    autoResize: true,
    lineHeight: 1.25,
    ...change,
  });
