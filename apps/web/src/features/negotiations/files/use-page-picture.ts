import { useEffect, useState } from 'react';
import { roomFilesApi } from '#contracts/room-files.js';
import { urlOf } from '../../../api/client';
import { blobOf } from '../../../api/blob';

interface Asked {
  id: string;
  documentId: string;
  revision: number;
  page: number;
}

interface Picture {
  /** For `img`; null while it is on its way. */
  src: string | null;
  error: Error | null;
}

/** A page of a document. It is asked for once per page turned to: each asking is noted for the document's owner. */
export function usePagePicture({ id, documentId, revision, page }: Asked): Picture {
  const [picture, setPicture] = useState<Picture>({ src: null, error: null });
  useEffect(() => {
    const stop = new AbortController();
    let src: string | null = null;
    setPicture({ src: null, error: null });
    blobOf(urlOf(roomFilesApi.page, { params: { id, documentId, revision, page } }), stop.signal).then(
      (blob) => {
        src = URL.createObjectURL(blob);
        setPicture({ src, error: null });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setPicture({ src: null, error: error as Error });
      },
    );
    return () => {
      stop.abort();
      if (src) URL.revokeObjectURL(src);
    };
  }, [id, documentId, revision, page]);
  return picture;
}
