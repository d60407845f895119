import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

/** A link in a text whose address has search parameters: `<TextLink to="/orders" search={{ mine: 'true' }}>`. */
export const TextLink = createLink((props: AnchorProps & ComponentProps<'a'>) => <Anchor {...props} />);
