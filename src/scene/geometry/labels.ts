/** A rectangle on the screen, in pixels. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A label that wants to stand by a marker. */
export interface LabelRequest {
  /** The marker's centre, and the radius around it that stays free. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** The place it had, as an index into the candidates: kept while it is nearly as good as the best; −1 for none. */
  readonly before: number;
}

export interface LabelPlace extends Rect {
  /** Index of the candidate. */
  readonly place: number;
  /** Whether it stands so far off that a line should lead to its marker. */
  readonly isLed: boolean;
}

/** Directions from the marker, the best first: beside it, then above and below, then aslant. */
const directions: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0.8, 0.8],
  [-0.8, 0.8],
  [0, -1],
  [0, 1],
  [0.95, -0.4],
  [-0.95, -0.4],
  [0.95, 0.4],
  [-0.95, 0.4],
];
const distances = [0, 14, 30, 50, 74, 102, 134];
const ledFrom = 1;

const overlapsBy = (a: Rect, b: Rect, gap: number): number => {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left) + gap;
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) + gap;
  return across > 0 && down > 0 ? across * down : 0;
};

const insideOf = (value: number, size: number, from: number, room: number): number =>
  Math.min(Math.max(value, from), Math.max(from, from + room - size));

const gap = 3;

/** Where the candidate would lie, moved inside the bounds. */
function candidate({ x, y, radius, width, height }: LabelRequest, place: number, bounds: Rect): Rect {
  const [dx, dy] = directions[place % directions.length] as readonly [number, number];
  const off = radius + gap + (distances[Math.floor(place / directions.length)] as number);
  return {
    left: insideOf(x + dx * (off + width / 2) - width / 2, width, bounds.left, bounds.width),
    top: insideOf(y + dy * (off + height / 2) - height / 2, height, bounds.top, bounds.height),
    width,
    height,
  };
}

const blocked = 1e6;

/**
 * Places labels one after the other, the first with the best choice: each where it covers no marker, no label before it
 * and nothing else that is to be seen, inside the bounds, on as little of the paths as possible, and near its marker.
 *
 * @param obstacles what no label may cover, besides the markers of the labels themselves
 * @param trail points of paths as x, y, x, y, …; covering them is bad but allowed
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Rect[],
  bounds: Rect,
  trail: Float32Array = new Float32Array(0),
): LabelPlace[] {
  const taken: Rect[] = [
    ...obstacles,
    ...requests.map(({ x, y, radius: r }) => ({ left: x - r, top: y - r, width: 2 * r, height: 2 * r })),
  ];
  const costOf = (rect: Rect, place: number): number => {
    let cost = 10 * (distances[Math.floor(place / directions.length)] as number) + (place % directions.length);
    for (const other of taken) {
      const area = overlapsBy(rect, other, gap - 1);
      if (area > 0) cost += blocked + area;
    }
    if (cost >= blocked) return cost;
    for (let i = 0; i < trail.length; i += 2) {
      const across = (trail[i] as number) - rect.left;
      const down = (trail[i + 1] as number) - rect.top;
      if (across > 0 && across < rect.width && down > 0 && down < rect.height) cost += 12;
    }
    return cost;
  };
  return requests.map((request) => {
    const [first, loyalty] = request.before < 0 ? [0, 0] : [request.before, 150];
    let best = first;
    let least = costOf(candidate(request, first, bounds), first) - loyalty;
    for (let place = 0; place < directions.length * distances.length; place += 1) {
      if (10 * (distances[Math.floor(place / directions.length)] as number) >= least) break;
      const rect = candidate(request, place, bounds);
      const cost = costOf(rect, place);
      if (cost < least) [best, least] = [place, cost];
    }
    const rect = candidate(request, best, bounds);
    taken.push(rect);
    return { ...rect, place: best, isLed: Math.floor(best / directions.length) >= ledFrom };
  });
}
