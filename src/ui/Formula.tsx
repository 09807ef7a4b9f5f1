import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { mathmlOf } from '../formula/emit/mathml.ts';

/** A formula's text as mathematics. */
export function Formula({ text, label }: { text: string; label: string }): ReactNode {
  const mathml = useMemo(() => mathmlOf(text), [text]);
  return <Mathematics mathml={mathml} label={label} />;
}

/**
 * MathML of our own printer, which lets nothing through but its symbols. What is too wide or too high scrolls, and can then be
 * focused so that keys scroll it; what goes on beyond the right edge fades out there.
 */
export function Mathematics({ mathml, label }: { mathml: string; label: string }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const [isLarge, setLarge] = useState(false);
  const html = useMemo(() => ({ __html: mathml }), [mathml]);
  useLayoutEffect(() => {
    const formula = element.current;
    if (formula === null) return;
    const look = (): void =>
      void formula.toggleAttribute('data-more', formula.scrollLeft + formula.clientWidth < formula.scrollWidth - 1);
    const measure = (): void => {
      setLarge(formula.scrollWidth > formula.clientWidth + 1 || formula.scrollHeight > formula.clientHeight + 1);
      look();
    };
    // Told of its first size too, once the page is laid out: to ask here would have it laid out for each formula.
    const sizes = new ResizeObserver(measure);
    sizes.observe(formula);
    formula.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      formula.removeEventListener('scroll', look);
    };
  }, [html]);
  return (
    <span
      ref={element}
      className="formula"
      role="group"
      aria-label={label}
      {...(isLarge ? { tabIndex: 0 } : {})}
      dangerouslySetInnerHTML={html}
    />
  );
}
