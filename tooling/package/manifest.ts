import * as z from 'zod'

const projectSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  engines: z.object({ node: z.string() }),
  dependencies: z.object({ 'better-sqlite3': z.string() }),
})

/**
 * The package's own `package.json`. All packages are inside, prebuilt, except SQLite: npm fetches or compiles its binary
 * for the person's Node and system. It is optional, so that a machine that can do neither installs the rest.
 * @param project the project's `package.json`
 */
export function packageManifest(project: unknown): object {
  const { name, version, description, license, engines, dependencies } = projectSchema.parse(project)
  return {
    name,
    version,
    description,
    license,
    type: 'module',
    engines,
    bin: { [name]: 'bin/sealwatch.mjs' },
    files: ['app', 'bin', 'NOTICES.txt'],
    optionalDependencies: { 'better-sqlite3': dependencies['better-sqlite3'] },
  }
}
