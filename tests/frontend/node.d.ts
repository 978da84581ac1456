// The little of Node that these tests use. Node's own declarations would also change what the
// browser's modules are checked against: a timer is a number in a browser, and an object in Node.

declare module "node:test" {
  export function test(name: string, body: () => void | Promise<void>): void;
  export default test;
}

declare module "node:assert/strict" {
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function notEqual(actual: unknown, unexpected: unknown, message?: string): void;
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function notDeepEqual(actual: unknown, unexpected: unknown, message?: string): void;
  export function match(text: string, pattern: RegExp, message?: string): void;
  export function ok(value: unknown, message?: string): asserts value;
  export function throws(body: () => unknown, expected?: RegExp | ErrorConstructor): void;
  export function rejects(promise: Promise<unknown>, expected?: RegExp): Promise<void>;
  const assert: typeof import("node:assert/strict");
  export default assert;
}

declare module "node:fs" {
  interface Entry {
    name: string;
    parentPath: string;
    isFile(): boolean;
  }
  export function readdirSync(
    folder: URL,
    options: { recursive: true; withFileTypes: true },
  ): Entry[];
  export function readFileSync(file: URL, encoding: "utf-8"): string;
}

declare module "node:url" {
  export function pathToFileURL(path: string): URL;
}

declare module "node:readline" {
  export function createInterface(options: { input: unknown }): AsyncIterable<string>;
}

declare module "node:vm" {
  export function createContext(world: object): object;
  export class SourceTextModule {
    constructor(source: string, options: { context: object; identifier: string });
    identifier: string;
    namespace: Record<string, unknown>;
    link(find: (name: string, from: SourceTextModule) => SourceTextModule): Promise<void>;
    evaluate(): Promise<void>;
  }
}

declare const process: {
  env: Record<string, string | undefined>;
  stdin: unknown;
  stdout: { write(text: string): void };
};
