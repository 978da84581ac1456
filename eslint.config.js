// What must hold in the browser's code, beyond what the type checker reads (tsconfig.json) and
// what one room may import of another (.dependency-cruiser.js).

import js from "@eslint/js";
import { defineConfig } from "eslint/config";
import globals from "globals";

const FRONTEND = "src/referral_map/app/frontend/**/*.js";
const TESTS = "tests/frontend/**/*.js";

export default defineConfig([
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error", reportUnusedInlineConfigs: "error" },
    rules: {
      "no-unused-vars": ["error", { args: "all", argsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "prefer-const": "error",
      "no-var": "error",
      "no-implicit-globals": "error",
      "no-shadow": "error",
      "default-param-last": "error",
      complexity: ["error", 10],
      "max-depth": ["error", 3],
      "max-params": ["error", 6],
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: [FRONTEND], languageOptions: { globals: globals.browser } },
  // Written by `make contract`; it is as long as there are facts to share.
  { files: ["**/lib/constants.js"], rules: { "max-lines": "off" } },
  {
    // Tests run in Node: no page, no window, and no function too long to list its cases.
    files: [TESTS],
    languageOptions: { globals: globals.nodeBuiltin },
    rules: { "max-lines-per-function": "off" },
  },
]);
