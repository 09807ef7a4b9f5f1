import { type ReactNode, useRef } from 'react';

interface Props {
  /** What the button says. */
  children: string;
  className: string;
  /** As the attribute of an input: endings and types. */
  accept: string;
  onFile(file: File): void;
}

/** A button that has a file chosen; the same file may be chosen again. */
export function OpenFile({ children, className, accept, onFile }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) onFile(chosen);
          target.value = '';
        }}
      />
    </>
  );
}
