/** What lies behind a picture that is taken away. */
export type PictureGround = 'theme' | 'transparent' | 'white';

/** A picture of the surface as a PNG file. */
export interface Picture {
  readonly blob: Blob;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Takes the picture as it is on the page, so many times as large as there in CSS pixels; rejects where it fails. */
export type TakePicture = (times: number, ground: PictureGround) => Promise<Picture>;

let current: TakePicture | undefined;

/** Called by the 3D picture that is on the page; undefined when it leaves. */
export const setPictureTaker = (take: TakePicture | undefined): void => {
  current = take;
};

/** Takes the 3D picture that is on the page; undefined where there is none. */
export const pictureTaker = (): TakePicture | undefined => current;
