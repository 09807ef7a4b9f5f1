/**
 * What the layout's worker is asked: `boxes` holds width and height of each box, `lines` the indices of the boxes that
 * each line leads from and to. Values flow to the right, or down.
 */
export interface Question {
  readonly id: number;
  readonly direction: 'LR' | 'TB';
  readonly boxes: Float64Array;
  readonly lines: Int32Array;
}

/**
 * Where things are, in pixels from the upper left corner. `boxes` holds x and y of each box's middle; `bends` the x and y
 * of the points that lines run through, those of line i from index `ends[i − 1]` (0 for the first) up to `ends[i]`;
 * `labels` the x and y of each line's label.
 */
export interface Answer {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly boxes: Float64Array;
  readonly bends: Float64Array;
  readonly ends: Int32Array;
  readonly labels: Float64Array;
}
