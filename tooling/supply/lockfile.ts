import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { top } from '../launch/paths'

const texts = z.record(z.string(), z.string())
const manifestSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  dependencies: texts.default({}),
  devDependencies: texts.default({}),
  optionalDependencies: texts.default({}),
})
const entrySchema = z.object({
  ...manifestSchema.shape,
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().default(false),
  inBundle: z.boolean().default(false),
  dev: z.boolean().default(false),
  devOptional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
})
const lockSchema = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), entrySchema) })

/** One package of the lockfile. */
export interface Locked extends z.infer<typeof entrySchema> {
  /** Its path: `node_modules/a/node_modules/b`. */
  readonly place: string
  /** The name under which it is installed. */
  readonly as: string
}

export interface Lockfile {
  readonly root: z.infer<typeof manifestSchema>
  readonly packages: readonly Locked[]
}

const inFolder = 'node_modules/'

/** Parses a lockfile of npm, version 3. Throws on another format. */
export function readLockfile(text: string): Lockfile {
  const { '': root, ...packages } = lockSchema.parse(JSON.parse(text)).packages
  if (root === undefined) throw new Error('a lockfile without its own package')
  const entries = Object.entries(packages).map(([place, entry]) => {
    const as = place.slice(place.lastIndexOf(inFolder) + inFolder.length)
    return { ...entry, place, as }
  })
  return { root, packages: entries }
}

/** The project's own. */
export function ownLockfile(): Lockfile {
  return readLockfile(readFileSync(join(top, 'package-lock.json'), 'utf8'))
}

const exact = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/

/** Requested versions that are ranges, tags, folders, addresses: everything except one exact version of the registry. */
export function notPinned({ root }: Pick<Lockfile, 'root'>): readonly string[] {
  const wanted = [root.dependencies, root.devDependencies, root.optionalDependencies]
  return wanted
    .flatMap((each) => Object.entries(each))
    .flatMap(([name, version]) => (exact.test(version) ? [] : [name]))
}

/**
 * Packages whose content may differ from the first install: without a SHA-512, or from another address
 * than the registry. If the lockfile has no address, npm uses the configured registry; a link or a bundled package
 * has neither, and the checksum of the bundling package covers a bundled one.
 */
export function notVouchedFor({ packages }: Pick<Lockfile, 'packages'>): readonly string[] {
  const sums = new Map(packages.map(({ place, integrity }) => [place, integrity]))
  const isCovered = ({ place, inBundle, integrity }: Locked): boolean => {
    if (!inBundle) return integrity?.startsWith('sha512-') === true
    return sums.get(place.slice(0, place.lastIndexOf(`/${inFolder}`)))?.startsWith('sha512-') === true
  }
  return packages
    .filter((each) => each.link || !isCovered(each) || each.resolved !== undefined)
    .map(({ place }) => place)
}

/** Names of the packages with install scripts. */
export function withInstallScript({ packages }: Pick<Lockfile, 'packages'>): readonly string[] {
  return [...new Set(packages.filter((each) => each.hasInstallScript).map(({ as }) => as))].sort()
}

/**
 * The packages that the product needs, at run time or for the build. npm's `devOptional` means: a tool needs it, and it is
 * optional to the product. It counts if it is an optional dependency, and does not if it is an optional peer dependency,
 * which the product's operator would have to install.
 * Source: https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json#packages
 */
export function ofProduction({ packages }: Pick<Lockfile, 'packages'>): readonly Locked[] {
  const needed = packages.filter(({ dev, devOptional }) => !dev && !devOptional)
  const rest = new Set(packages.filter(({ devOptional }) => devOptional))
  // The list grows during the iteration: dependencies of such a package are needed with it.
  for (const { dependencies, optionalDependencies } of needed) {
    const named = [...rest].filter(({ as }) => as in optionalDependencies || as in dependencies)
    for (const each of named) rest.delete(each)
    needed.push(...named)
  }
  return needed
}
