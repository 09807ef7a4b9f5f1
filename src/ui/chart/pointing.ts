/** What the pointer does on the chart; places are shares of the plot's width, 0 … 1. */
export interface Pointing {
  hover(share: number): void;
  leave(): void;
  seek(share: number): void;
}

/**
 * Hovering shows the values at a step; a press and a drag seek it. A finger that moves up or down still scrolls the
 * page. Returns what ends it.
 */
export function attachPointing(area: HTMLElement, { hover, leave, seek }: Pointing): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let pressed: number | undefined;
  const shareAt = ({ clientX }: MouseEvent): number => {
    const { left, width } = area.getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - left) / width));
  };
  area.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      pressed = event.pointerId;
      area.setPointerCapture(event.pointerId);
      hover(shareAt(event));
      seek(shareAt(event));
    },
    { signal },
  );
  area.addEventListener(
    'pointermove',
    (event) => {
      hover(shareAt(event));
      if (event.pointerId === pressed) seek(shareAt(event));
    },
    { signal },
  );
  const release = (event: PointerEvent): void => {
    if (event.pointerId !== pressed) return;
    pressed = undefined;
    if (event.pointerType === 'touch') leave();
  };
  area.addEventListener('pointerup', release, { signal });
  area.addEventListener('pointercancel', release, { signal });
  area.addEventListener('pointerleave', () => pressed === undefined && leave(), { signal });
  return () => listening.abort();
}
