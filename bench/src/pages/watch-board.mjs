/**
 * Runs in a page before its own scripts: notes when a button was pressed, and when a colour stands on the board.
 * It closes over nothing: it is handed to the browser as text.
 */
export function watchBoard() {
  globalThis.benchBoard = {
    pressedAt: 0,
    /** As by keyboard, where the focus is. */
    paste: (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      const options = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
    },
    /** Resolves to the time at which the board is about to be drawn with this colour somewhere on it. */
    untilDrawn: ([red, green, blue]) =>
      new Promise((resolve) => {
        const look = () => {
          const canvas = document.querySelector('canvas.static');
          const pixels = canvas?.width
            ? canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data
            : [];
          for (let at = 0; at < pixels.length; at += 4) {
            if (pixels[at] === red && pixels[at + 1] === green && pixels[at + 2] === blue)
              return resolve(performance.now());
          }
          return requestAnimationFrame(look);
        };
        look();
      }),
  };
  addEventListener('click', ({ timeStamp }) => (globalThis.benchBoard.pressedAt = timeStamp), true);
}
