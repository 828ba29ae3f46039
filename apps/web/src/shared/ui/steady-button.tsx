import { Button } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import type { ComponentProps } from 'react';

type SteadyButtonProps = ButtonProps & Omit<ComponentProps<'button'>, keyof ButtonProps>;

/** A button that keeps its place and the focus while it is `loading` or `disabled`: pressing it does nothing then. */
export function SteadyButton(props: SteadyButtonProps) {
  return <Button component={PressableWhenOn} {...props} />;
}

/** A browser takes the focus away from what has the attribute `disabled`. */
function PressableWhenOn({ disabled, type = 'button', onClick, ...rest }: ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={disabled || undefined}
      // Also of a form: Enter in one of its fields presses the button that sends it.
      onClick={(event) => (disabled ? event.preventDefault() : onClick?.(event))}
    />
  );
}
