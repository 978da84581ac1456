// The little of Node that these tests use. Node's own declarations would also change what the
// browser's modules are checked against: a timer is a number in a browser, and an object in Node.

declare module "node:test" {
  export function test(name: string, body: () => void | Promise<void>): void;
}

declare module "node:assert/strict" {
  export function equal(actual: unknown, expected: unknown, message?: string): void;
  export function deepEqual(actual: unknown, expected: unknown, message?: string): void;
  export function ok(value: unknown, message?: string): asserts value;
  export function throws(body: () => unknown, expected?: RegExp | ErrorConstructor): void;
}

declare module "node:fs" {
  export function globSync(pattern: string, options: { cwd: URL }): string[];
}

declare const process: { env: Record<string, string | undefined> };
