import { createLink, type LinkComponent } from '@tanstack/react-router';
import { Button, type ButtonProps } from 'antd';
import { createElement, type ComponentType, type ReactNode } from 'react';

interface LookButtonProps extends ButtonProps {
  readonly look?: ButtonProps['type'];
}

function LookButton({ look, ...rest }: LookButtonProps): ReactNode {
  return <Button {...rest} {...(look !== undefined && { type: look })} />;
}

// The router's own typing of `to` and `params` is given back below; in between it is only passed on.
const LookLink = createLink(LookButton) as ComponentType<object>;

/**
 * A link that looks like a button: it can be opened in a new tab, and takes the router's `to`, `params` and `search`.
 * The router keeps `type` for itself (on an anchor it is a media type), so it travels to the button as `look`.
 */
export const ButtonLink = (({ type, ...rest }: ButtonProps) => createElement(LookLink, Object.assign(rest, { look: type }))) as LinkComponent<typeof Button>; // the same props, spelled by the router
