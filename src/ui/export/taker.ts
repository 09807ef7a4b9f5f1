/** What lies behind a picture. */
export const grounds = ['theme', 'transparent', 'white'] as const;
export type Ground = (typeof grounds)[number];

interface Taken {
  readonly blob: Blob;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** Takes the picture of the surface away, still or in motion; rejects where that fails. */
export interface Taker {
  photograph(times: number, ground: Ground): Promise<Taken>;
  /** The same at once, as a canvas. */
  still(times: number, ground: Ground): HTMLCanvasElement | undefined;
  readonly canRecord: boolean;
  record(
    seconds: number,
    ground: Ground,
    tell: (share: number) => void,
    signal: AbortSignal,
  ): Promise<Taken & { readonly extension: string }>;
}
