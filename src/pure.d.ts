/**
 * What the pure layers take from their host beside the language itself, so that they type-check without the DOM library.
 * Browsers and Node both have it.
 */
declare namespace WebAssembly {
  type ExportValue = (...args: number[]) => number;
  type Imports = Record<string, Record<string, unknown>>;

  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module, imports?: Imports);
    readonly exports: Record<string, ExportValue>;
  }
}
