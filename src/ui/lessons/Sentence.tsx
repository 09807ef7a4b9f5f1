import type { ReactNode } from 'react';

const term = '[^\\s\\p{Script=Han}，。：；、？！（）]+';
const formula = new RegExp(`(${term}(?: [=+−×·<>≈] ${term})+)`, 'u');

/** A sentence whose formulas stay in one line. */
export const Sentence = ({ text }: { readonly text: string }): ReactNode =>
  text.split(formula).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={`${i} ${part}`} className="unbroken">
        {part}
      </span>
    ),
  );
