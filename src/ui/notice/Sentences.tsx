import type { ReactNode } from 'react';
import type { Problem } from '../../state/problem.ts';
import { useLanguage } from '../useText.ts';

/** What is wrong, one sentence a line. */
export function Sentences({ problems }: { problems: readonly Problem[] }): ReactNode {
  const language = useLanguage();
  return (
    <ul className="sentences">
      {problems.map((problem) => {
        const sentence = problem.sentence(language);
        return <li key={sentence}>{sentence}</li>;
      })}
    </ul>
  );
}
