/** As a `ref`: the focus comes here with the element, where what had it has gone. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
