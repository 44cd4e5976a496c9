import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** `unit` needs nothing but Node; `chain` starts a devnet of its own. */
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    env: { NEXT_PUBLIC_NETWORK: 'devnet' },
    projects: [
      {
        extends: true,
        // Ten thousand cases take long on a machine that others use as well.
        test: {
          name: 'unit',
          include: ['lib/**/*.test.ts', 'hooks/**/*.test.ts', 'test/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'chain',
          include: ['test/chain/**/*.test.ts'],
          globalSetup: './test/chain/setup.ts',
          fileParallelism: false,
          // As in the browser: a shared machine can starve one test, and what fails twice there has failed.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 600_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
