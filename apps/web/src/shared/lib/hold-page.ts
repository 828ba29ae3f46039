let holds = 0;

/** Whether a page that would be loaded anew for want of code has to stay. */
export const mustStay = (): boolean => holds > 0;

/**
 * From now on the page is not loaded anew for want of code: that would end a call. An import that fails rejects, as any
 * other. Returns the function that ends it.
 */
export function holdPage(): () => void {
  holds += 1;
  let isHeld = true;
  return () => {
    if (isHeld) holds -= 1;
    isHeld = false;
  };
}
