/**
 * Runs in a page before its own scripts: notes when a key was pressed, and when a text stands in front of the reader.
 * It closes over nothing: it is handed to the browser as text.
 */
export function watchTyping() {
  const now = () => performance.timeOrigin + performance.now();
  globalThis.benchTyping = {
    pressedAt: 0,
    /** Resolves to the time at which the element is about to be drawn with this text in it, whoever's cursor is there. */
    untilShown: (selector, text) =>
      new Promise((resolve) => {
        const element = document.querySelector(selector);
        const observer = new MutationObserver(() => {
          const written = element.cloneNode(true);
          for (const cursor of written.querySelectorAll('.ProseMirror-widget')) cursor.remove();
          if (!written.textContent.includes(text)) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(now()));
        });
        observer.observe(element, { childList: true, characterData: true, subtree: true });
      }),
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => (globalThis.benchTyping.pressedAt = performance.timeOrigin + timeStamp),
    true,
  );
}
