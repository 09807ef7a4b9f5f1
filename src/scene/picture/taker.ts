/** What lies behind a picture that is taken away. */
export type PictureGround = 'theme' | 'transparent' | 'white';

/** A picture of the surface as a PNG file. */
export interface Picture {
  readonly blob: Blob;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** The runs in motion as a video file. */
export interface Video extends Picture {
  readonly extension: 'mp4' | 'webm';
}

/** Takes the picture that is on the page away; all reject where they fail. */
export interface PictureTaker {
  /** As it is, so many times as large as there in CSS pixels. */
  photograph(times: number, ground: PictureGround): Promise<Picture>;
  /** The same at once, as a canvas; undefined where the picture has left the page. */
  still(times: number, ground: PictureGround): HTMLCanvasElement | undefined;
  /** Whether the browser can record. */
  readonly canRecord: boolean;
  /** From the start of the runs to their end in so many seconds; `tell` is called with the share that has passed. */
  record(seconds: number, ground: PictureGround, tell: (share: number) => void, signal: AbortSignal): Promise<Video>;
}

let current: PictureTaker | undefined;

/** Called by the 3D picture that is on the page; undefined when it leaves. */
export const setPictureTaker = (taker: PictureTaker | undefined): void => {
  current = taker;
};

/** Who takes the 3D picture that is on the page; undefined where there is none. */
export const pictureTaker = (): PictureTaker | undefined => current;
