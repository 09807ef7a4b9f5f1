import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What tests/reference/pytorch.py found, script by script. */
export interface Answer {
  readonly python: string;
  readonly torch: string | null;
  readonly results: readonly { readonly error: string | null; readonly printed: readonly (readonly number[])[] }[];
}

/** Reads scripts with Python and runs them with PyTorch, as far as they are here; undefined where there is no Python. */
export function askPython(scripts: readonly string[]): Answer | undefined {
  const program = fileURLToPath(new URL('pytorch.py', import.meta.url));
  const { error, status, stdout, stderr } = spawnSync(process.env['PYTHON'] ?? 'python3', [program], {
    input: JSON.stringify(scripts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Answer;
}

/** How far scripts could be checked, for titles; warns where that is not by PyTorch. */
export function checkedBy(answer: Answer | undefined): string {
  if (typeof answer?.torch === 'string') return `run by PyTorch ${answer.torch}`;
  console.warn(
    `The generated PyTorch is checked as text${answer ? ' and syntax' : ''} only: PyTorch is not here. PYTHON=… names a Python that has it.`,
  );
  return answer === undefined
    ? 'their text only: there is no Python here'
    : `read by Python ${answer.python}, not run: PyTorch is not installed`;
}
