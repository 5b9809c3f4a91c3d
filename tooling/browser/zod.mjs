// @ts-check
import { join } from 'node:path'
import { build } from 'esbuild'

const top = join(import.meta.dirname, '../..')

/** What the pages use of zod/mini. The test beside this file compares it with their sources. */
export const usedOfZod = [
  'array',
  'boolean',
  'config',
  'discriminatedUnion',
  'enum',
  'extend',
  'gte',
  'guid',
  'int',
  'iso',
  'literal',
  'lte',
  'maxLength',
  'minLength',
  'nullable',
  'number',
  'object',
  'optional',
  'partialRecord',
  'pick',
  'record',
  'refine',
  'regex',
  'strictObject',
  'string',
  'union',
  'unknown',
]

/**
 * Bundles the part of zod/mini that the pages use. The framework's bundler keeps all of zod's core as soon as one schema of
 * it is used, in what every page loads first.
 * @param {string} file where to write it, relative to the top folder
 */
export async function bundleZod(file) {
  await build({
    stdin: { contents: `export { ${usedOfZod.join(', ')} } from 'zod/mini'`, resolveDir: top },
    outfile: join(top, file),
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'error',
  })
}
