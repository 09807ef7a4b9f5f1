import { type Code, end, get, pair, set } from '../../formula/emit/code.ts';
import { i32, v128, type WasmFunction } from '../../formula/emit/module.ts';

/** Names the locals of a function: integer params first, then whatever else it asks for. */
export class Frame {
  private readonly params: number[] = [];
  private readonly locals: number[] = [];
  private readonly constants = new Map<number, number>();

  /** Integer params, in the order of the call. */
  take(count: number): number[] {
    return Array.from({ length: count }, () => this.params.push(i32) - 1);
  }

  private local(type: number): number {
    return this.params.length + this.locals.push(type) - 1;
  }

  int(): number {
    return this.local(i32);
  }

  pair(): number {
    return this.local(v128);
  }

  pairs(count: number): number[] {
    return Array.from({ length: count }, () => this.pair());
  }

  /** The same number twice, from a local that is set before everything else. */
  constant(value: number): Code {
    const local = this.constants.get(value) ?? this.pair();
    this.constants.set(value, local);
    return get(local);
  }

  function(name: string, ...body: Code[]): WasmFunction {
    const first = [...this.constants].flatMap(([value, local]) => set(local, pair.of(value)));
    return { name, params: this.params, results: [], locals: this.locals, body: [...first, ...body.flat(), ...end] };
  }
}
