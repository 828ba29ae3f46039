import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DroppedFiles } from './dropped-files';
import { takeDrops } from './take-drops';

const file = new File(['x'], 'notes.txt');
const item = { kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => null };
const carried = (...types: string[]) => ({ types, dropEffect: 'none', items: types.includes('Files') ? [item] : [] });

let page: EventTarget;
let taken: DroppedFiles[];
let stop: () => void;
beforeEach(() => {
  page = new EventTarget();
  taken = [];
  stop = takeDrops(page, (dropped) => taken.push(dropped));
});

/** Whether the browser would do something of its own. */
function drag(name: string, dataTransfer: ReturnType<typeof carried> | null): boolean {
  return page.dispatchEvent(Object.assign(new Event(name, { cancelable: true }), { dataTransfer }));
}

describe('files over a call', () => {
  it('never open in the browser, wherever they fall, and are taken once', () => {
    const transfer = carried('Files');
    expect(drag('dragenter', transfer)).toBe(false);
    expect(drag('dragover', transfer)).toBe(false);
    expect(transfer.dropEffect).toBe('copy');
    expect(taken).toEqual([]);
    expect(drag('drop', transfer)).toBe(false);
    expect(taken).toEqual([{ files: [file], folders: [] }]);
  });

  it('leave text that is dragged into a field to the browser', () => {
    expect(drag('dragover', carried('text/plain'))).toBe(true);
    expect(drag('drop', carried('text/plain'))).toBe(true);
    expect(drag('drop', null)).toBe(true);
    expect(taken).toEqual([]);
  });

  it('are the browser’s again when the call is over', () => {
    stop();
    expect(drag('drop', carried('Files'))).toBe(true);
    expect(taken).toEqual([]);
  });
});
