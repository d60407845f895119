import { Anchor } from '@mantine/core';

const address = /(https?:\/\/[^\s<>"'「」『』（）、。]+)/;

/** A text whose web addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  // With a group in the pattern, every second part is an address.
  return text.split(address).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <Anchor
        key={i}
        href={part}
        target="_blank"
        rel="noopener noreferrer nofollow"
        inherit
        underline="always"
      >
        {part}
      </Anchor>
    ),
  );
}
