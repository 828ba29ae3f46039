import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BOARD_LIMITS } from './board-limits';
import { rectangle, stroke, text } from './testing/board-elements';
import { bytesOf, decodeElement, encodeElement } from './wire-element';

describe('an element in the document', () => {
  it('says only what is not usual, and comes back as it was', () => {
    const element = rectangle({ strokeColor: '#e03131', index: 'a1' });
    const wire = encodeElement(element);
    expect(Object.keys(wire ?? {}).sort()).toEqual([
      'height',
      'id',
      'index',
      'roundness',
      'seed',
      'strokeColor',
      'type',
      'version',
      'versionNonce',
      'width',
      'x',
      'y',
    ]);
    const { isDeleted: _isDeleted, updated: _updated, ...rest } = element;
    expect(decodeElement(wire)).toEqual(rest);
  });

  it('keeps the points of a stroke as they are', () => {
    const points = Array.from({ length: 100 }, (_, x): [number, number] => [x * 1.234_567, Math.sin(x) * 40]);
    expect(decodeElement(encodeElement(stroke(points)))).toMatchObject({ points, simulatePressure: true });
    const wire = encodeElement(stroke(points));
    expect(wire && bytesOf(wire)).toBeLessThan(JSON.stringify(stroke(points)).length);
  });

  it('may be text in Hangul, an arrow, a picture or a frame', () => {
    expect(decodeElement(encodeElement(text('분수의 나눗셈')))).toMatchObject({ text: '분수의 나눗셈' });
    const arrow = rectangle({
      type: 'arrow',
      points: [
        [0, 0],
        [5, 5],
      ],
      lastCommittedPoint: null,
      startBinding: { elementId: 'b', focus: 0.1, gap: 4 },
      endBinding: null,
      startArrowhead: null,
      endArrowhead: 'arrow',
      elbowed: false,
    });
    expect(decodeElement(encodeElement(arrow))).toMatchObject({
      endArrowhead: 'arrow',
      startBinding: { elementId: 'b' },
    });
    const picture = rectangle({ type: 'image', fileId: 'f', status: 'pending', scale: [1, -1], crop: null });
    expect(decodeElement(encodeElement(picture))).toMatchObject({ fileId: 'f', scale: [1, -1] });
    expect(decodeElement(encodeElement(rectangle({ type: 'frame', name: null })))).toMatchObject({ type: 'frame' });
  });
});

describe('an element of hostile making', () => {
  it.each([
    ['that is none', 'x'],
    ['of an unknown kind', rectangle({ type: 'selection' })],
    ['that embeds a page', rectangle({ type: 'embeddable', link: 'https://example.org' })],
    ['that runs HTML', rectangle({ type: 'iframe', customData: { generationData: { html: '<script>' } } })],
    ['nowhere', rectangle({ x: Number.NaN })],
    ['infinitely far', rectangle({ y: Number.NEGATIVE_INFINITY })],
    ['too far', rectangle({ x: 1e9 })],
    ['too large', rectangle({ width: 1e6 })],
    ['whose colour is an address', rectangle({ strokeColor: 'url(https://example.org/x)' })],
    ['whose colour is a script', rectangle({ backgroundColor: '"><script>alert(1)</script>' })],
    ['with lines of no width, to be hatched for ever', rectangle({ strokeWidth: 1e-9 })],
    ['with a name of a prototype', rectangle({ id: 12 })],
    ['with too many points', stroke(Array.from({ length: BOARD_LIMITS.points + 1 }, () => [0, 0] as const))],
    ['without a point', stroke([])],
    ['with a point too far', stroke([[0, 1e9]])],
    ['with a point of three numbers', stroke([[0, 0, 0] as never])],
    ['with too many words', text('x'.repeat(BOARD_LIMITS.textLength + 1))],
    ['with a version beyond counting', rectangle({ version: Number.MAX_SAFE_INTEGER })],
    ['in too many groups', rectangle({ groupIds: Array.from({ length: 1_000 }, () => 'g') })],
  ])('%s is not shown', (_what, element) => {
    expect(decodeElement(element)).toBeNull();
    expect(encodeElement(element)).toBeNull();
  });

  it('loses what nobody knows, and links that are neither https nor mail', () => {
    const element = decodeElement(rectangle({ link: 'javascript:alert(1)', customData: { html: 'x' }, onload: 'x' }));
    expect(element).toMatchObject({ link: null });
    expect(element).not.toHaveProperty('customData');
    expect(element).not.toHaveProperty('onload');
    expect(decodeElement(rectangle({ link: 'https://example.org/a' }))).toMatchObject({
      link: 'https://example.org/a',
    });
    expect(decodeElement(rectangle({ link: 'mailto:a@example.org' }))).toMatchObject({ link: 'mailto:a@example.org' });
    expect(decodeElement(rectangle({ link: 'http://example.org' }))).toMatchObject({ link: null });
  });

  it('loses a place in the order that is none', () => {
    expect(decodeElement(rectangle({ index: 'zzzz' }))).toMatchObject({ index: null });
    expect(decodeElement(rectangle({ index: 7 }))).toMatchObject({ index: null });
  });

  it('is in and of nothing but others', () => {
    const loop = {
      frameId: 'a',
      boundElements: [
        { id: 'a', type: 'text' },
        { id: 'b', type: 'text' },
      ],
    };
    expect(decodeElement(text('x', { ...loop, containerId: 'a' }))).toMatchObject({
      containerId: null,
      frameId: null,
      boundElements: [{ id: 'b', type: 'text' }],
    });
    const binding = { elementId: 'a', focus: 0, gap: 0 };
    const line = { ...stroke([[0, 0]]), type: 'line', startBinding: binding, endBinding: binding };
    expect(decodeElement(line)).toMatchObject({ startBinding: null, endBinding: null });
  });

  it('that would be hatched or dashed for seconds is drawn plainly', () => {
    const far = Array.from({ length: 1_000 }, (_, x): [number, number] => [x % 2 ? 0 : 19_000, x]);
    const line = { ...stroke(far), type: 'line', backgroundColor: '#fff', fillStyle: 'hachure', strokeStyle: 'dashed' };
    expect(decodeElement(line)).toMatchObject({ fillStyle: 'solid', strokeStyle: 'solid' });
    expect(decodeElement(rectangle({ fillStyle: 'hachure', strokeStyle: 'dotted' }))).toMatchObject({
      fillStyle: 'hachure',
      strokeStyle: 'dotted',
    });
  });

  it('never throws, whatever it is', () => {
    const values = fc.oneof(
      fc.anything(),
      fc
        .dictionary(fc.constantFrom(...Object.keys(text('x'))), fc.anything())
        .map((some) => ({ ...text('x'), ...some })),
    );
    fc.assert(
      fc.property(values, (value) => {
        const element = decodeElement(value);
        if (element) expect(decodeElement(encodeElement(element))).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
