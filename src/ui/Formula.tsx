import { type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { mathmlOf } from '../formula/emit/mathml.ts';

/** A formula's text as mathematics. */
export function Formula({ text, label }: { text: string; label: string }): ReactNode {
  const mathml = useMemo(() => mathmlOf(text), [text]);
  return <Mathematics mathml={mathml} label={label} />;
}

/**
 * MathML of our own printer, which lets nothing through but its symbols. What is too wide or too high scrolls, and can then be
 * focused so that keys scroll it.
 */
export function Mathematics({ mathml, label }: { mathml: string; label: string }): ReactNode {
  const element = useRef<HTMLSpanElement>(null);
  const [isLarge, setLarge] = useState(false);
  const html = useMemo(() => ({ __html: mathml }), [mathml]);
  useLayoutEffect(() => {
    const formula = element.current;
    if (formula === null) return;
    const measure = (): void =>
      setLarge(formula.scrollWidth > formula.clientWidth + 1 || formula.scrollHeight > formula.clientHeight + 1);
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(formula);
    return () => sizes.disconnect();
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
