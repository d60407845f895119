import { Text } from '@mantine/core';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallParticipant } from '#contracts/calls.js';
import classes from './call.module.css';

interface CallTileProps {
  participant: Pick<CallParticipant, 'name' | 'organisation' | 'role' | 'speaks' | 'media'>;
  stream: MediaStream | null;
  /** One's own picture: mirrored, without sound. */
  own?: boolean;
  reached: boolean;
}

/** One participant: their picture or name, and what they let the others hear. */
export function CallTile({ participant, stream, own = false, reached }: CallTileProps) {
  const { t } = useTranslation('calls');
  const { name, organisation, speaks, media } = participant;
  const shows = media.camera || media.screen;
  return (
    <figure className={classes.tile} aria-label={t(own ? 'tile.own' : 'tile.of', { name })}>
      {/* Who is present without speaking is not heard, whatever their browser sends. */}
      <Picture
        stream={stream}
        muted={own || !speaks}
        mirrored={own && !media.screen}
        shown={shows && speaks}
      />
      {!(shows && speaks) && (
        <span className={classes.initial} aria-hidden>
          {name.slice(0, 1)}
        </span>
      )}
      {!reached && <span className={classes.seeking}>{t('tile.seeking')}</span>}
      <figcaption className={classes.caption}>
        <Text span inherit fw={650}>
          {own ? t('tile.you', { name }) : name}
        </Text>{' '}
        <span className={classes.organisation}>{organisation}</span>
        <br />
        {t(
          !speaks
            ? 'tile.silent'
            : media.screen
              ? 'tile.screen'
              : media.microphone
                ? 'tile.speaks'
                : 'tile.muted',
        )}
      </figcaption>
    </figure>
  );
}

interface PictureProps {
  stream: MediaStream | null;
  muted: boolean;
  mirrored: boolean;
  shown: boolean;
}

export function Picture({ stream, muted, mirrored, shown }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream;
  });
  return (
    <video
      ref={video}
      className={classes.picture}
      data-mirrored={mirrored || undefined}
      data-hidden={!shown || undefined}
      autoPlay
      playsInline
      muted={muted}
    />
  );
}

/** A stream of one's own track, the same as long as the track is. */
export const useStreamOf = (track: MediaStreamTrack | null): MediaStream | null =>
  useMemo(() => (track ? new MediaStream([track]) : null), [track]);
