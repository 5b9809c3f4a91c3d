import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of a build that are not deployed: caches, and the builder's own notes. */
const notShipped = /^(cache|diagnostics|dev|types|trace|trace-build|turbopack|sealwatch-sources)(\/|$)/

/**
 * Random values that Next creates for each build and that must stay secret: keys of draft mode and of server actions.
 * The product uses neither; equal values in two builds would be a weakness.
 */
const drawn: readonly RegExp[] = [
  /("(?:previewModeId|previewModeSigningKey|previewModeEncryptionKey)":\s*")[0-9a-f]+(")/g,
  /((?:\\?"encryptionKey\\?"):\s*\\?")[A-Za-z0-9+/=]+(\\?")/g,
]

/** The text of a file without random values and without the build folder. */
export function settled(text: string, folder: string): string {
  const placeless = text.replaceAll(folder, '<folder>')
  return drawn.reduce((left, pattern) => left.replace(pattern, '$1drawn$2'), placeless)
}

/** A checksum for each deployed file of a build, by its path. */
export function sumsOf(build: string, folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(build, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const sums = new Map<string, string>()
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name).slice(build.length + 1)
    if (notShipped.test(path)) continue
    const bytes = readFileSync(join(build, path))
    const isText = /\.(js|json|html|rsc|css|txt|map|meta|body)$|^[A-Z_]+$/.test(path)
    const content = isText ? settled(bytes.toString('utf8'), folder) : bytes
    sums.set(path, createHash('sha256').update(content).digest('hex'))
  }
  return sums
}

/** Paths that only one of two builds has, or that differ. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...new Set([...one.keys(), ...other.keys()])].sort()
  return paths.filter((path) => one.get(path) !== other.get(path))
}
