import { z } from 'zod';
import { BOARD_LIMITS } from './board-limits';
import { isOrderKey } from './order-key';

const { place, points: maxPoints, size, textLength } = BOARD_LIMITS;

/** As long as Excalidraw's own, which are 21 characters, and what older versions of it made. */
const Id = z.string().min(1).max(64);
const Coordinate = z.number().min(-place).max(place);
const Length = z.number().min(-size).max(size);
const Colour = z.string().regex(/^(?:#[\da-f]{3,8}|[a-z]{3,32}|(?:rgb|hsl)a?\([\d\s.,%/-]{1,48}\))$/i);
const Count = z.number().int().min(0).max(0xff_ff_ff_ff);

type Point = [number, number];
const isPoint = (value: unknown): value is Point =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number' && Math.abs(one) <= size);

/** A loop, for a schema a point would take longer to check than to draw. */
const Points = z.custom<readonly Point[]>(
  (value) => Array.isArray(value) && value.length > 0 && value.length <= maxPoints && value.every(isPoint),
);
const Pressures = z.custom<readonly number[]>(
  (value) =>
    Array.isArray(value) &&
    value.length <= maxPoints &&
    value.every((one) => typeof one === 'number' && one >= 0 && one <= 1),
);
const Pair = z.custom<Point>(isPoint);

/** Links of other kinds are dropped; those that stay are shown as text. */
const Link = z
  .string()
  .max(2_048)
  .regex(/^(?:https:\/\/|mailto:)/i)
  .nullable()
  .catch(null)
  .default(null);

/** A place that is none is found anew by Excalidraw. */
const Index = z.string().refine(isOrderKey).nullable().catch(null).default(null);

const base = {
  id: Id,
  x: Coordinate,
  y: Coordinate,
  width: Length,
  height: Length,
  angle: z.number().min(-10).max(10).default(0),
  strokeColor: Colour.default('#1e1e1e'),
  backgroundColor: Colour.default('transparent'),
  fillStyle: z.enum(['hachure', 'cross-hatch', 'solid', 'zigzag']).default('solid'),
  strokeWidth: z.number().min(0.5).max(50).default(2),
  strokeStyle: z.enum(['solid', 'dashed', 'dotted']).default('solid'),
  roundness: z
    .object({ type: z.number().int().min(1).max(3), value: z.number().min(0).max(size).optional() })
    .nullable()
    .default(null),
  roughness: z.number().min(0).max(3).default(1),
  opacity: z.number().min(0).max(100).default(100),
  seed: Count,
  version: Count.max(1_000_000_000),
  versionNonce: Count,
  index: Index,
  groupIds: z.array(Id).max(32).default([]),
  frameId: Id.nullable().default(null),
  boundElements: z
    .array(z.object({ id: Id, type: z.enum(['arrow', 'text']) }))
    .max(200)
    .nullable()
    .default(null),
  link: Link,
  locked: z.boolean().default(false),
};

const Binding = z
  .object({
    elementId: Id,
    focus: z.number().min(-size).max(size),
    gap: z.number().min(-size).max(size),
    fixedPoint: Pair.nullable().optional(),
  })
  .nullable()
  .default(null);

const Arrowhead = z
  .enum([
    'arrow',
    'bar',
    'dot',
    'circle',
    'circle_outline',
    'triangle',
    'triangle_outline',
    'diamond',
    'diamond_outline',
    'crowfoot_one',
    'crowfoot_many',
    'crowfoot_one_or_many',
  ])
  .nullable()
  .default(null);

const linear = {
  ...base,
  points: Points,
  lastCommittedPoint: Pair.nullable().default(null),
  startBinding: Binding,
  endBinding: Binding,
  startArrowhead: Arrowhead,
  endArrowhead: Arrowhead,
};

const shape = <Type extends string>(type: Type) => z.object({ type: z.literal(type), ...base });

/** One thing on the board: of Excalidraw's own kinds those that neither run nor fetch anything. Unknown keys are dropped. */
export const ElementSchema = z.discriminatedUnion('type', [
  shape('rectangle'),
  shape('diamond'),
  shape('ellipse'),
  z.object({ type: z.literal('line'), ...linear }),
  z.object({
    type: z.literal('arrow'),
    ...linear,
    elbowed: z.boolean().default(false),
    fixedSegments: z
      .array(z.object({ start: Pair, end: Pair, index: z.number().int().min(0).max(maxPoints) }))
      .max(200)
      .nullable()
      .default(null),
    startIsSpecial: z.boolean().nullable().default(null),
    endIsSpecial: z.boolean().nullable().default(null),
  }),
  z.object({
    type: z.literal('freedraw'),
    ...base,
    points: Points,
    pressures: Pressures.default([]),
    simulatePressure: z.boolean().default(true),
    lastCommittedPoint: Pair.nullable().default(null),
  }),
  z.object({
    type: z.literal('text'),
    ...base,
    text: z.string().max(textLength),
    originalText: z.string().max(textLength),
    fontSize: z.number().min(1).max(1_000).default(20),
    fontFamily: z.number().int().min(1).max(9).default(5),
    textAlign: z.enum(['left', 'center', 'right']).default('left'),
    verticalAlign: z.enum(['top', 'middle', 'bottom']).default('top'),
    containerId: Id.nullable().default(null),
    autoResize: z.boolean().default(true),
    lineHeight: z.number().min(0.5).max(5).default(1.25),
  }),
  z.object({
    type: z.literal('image'),
    ...base,
    fileId: Id.nullable(),
    status: z.enum(['pending', 'saved', 'error']).default('saved'),
    scale: z.custom<Point>((value) => isPoint(value) && value.every((one) => Math.abs(one) <= 1)).default([1, 1]),
    crop: z
      .object({
        x: z.number().min(0).max(size),
        y: z.number().min(0).max(size),
        width: z.number().min(1).max(size),
        height: z.number().min(1).max(size),
        naturalWidth: z.number().min(1).max(size),
        naturalHeight: z.number().min(1).max(size),
      })
      .nullable()
      .default(null),
  }),
  z.object({ type: z.literal('frame'), ...base, name: z.string().max(200).nullable().default(null) }),
]);

export type BoardElement = z.infer<typeof ElementSchema>;
