import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

/** A link that looks like a button: it can be opened in a new tab, and takes the router's `to`, `params` and `search`. */
export const ButtonLink = createLink(Button);
