import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { isObject } from '../arm/json'

const format = 'sealwatch-bundle'

function parsed(path: string, line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (isObject(value)) return value
  } catch {
    // The same as a line that is no object.
  }
  throw new Error(`${path}: a line that is no JSON object`)
}

function hashOf(lines: readonly string[]): string {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(`${line}\n`)
  return hash.digest('hex')
}

/**
 * The exchanges of a bundle (docs/bundle.md), read by this second reader without code of the product. Throws on another
 * file, another version, and where a part does not have the checksum of the manifest.
 */
export function readBundleExchanges(path: string): readonly Record<string, unknown>[] {
  let text: string
  try {
    text = gunzipSync(readFileSync(path)).toString('utf8')
  } catch (error) {
    throw new Error(`${path}: cannot be decompressed`, { cause: error })
  }
  const lines = text.split('\n').slice(0, -1)
  const values = lines.map((line) => parsed(path, line))
  const [header, manifest] = [values[0], values.at(-1)]
  if (header?.format !== format || header.version !== 1) throw new Error(`${path}: no bundle of version 1`)
  if (manifest?.kind !== 'manifest' || !Array.isArray(manifest.parts))
    throw new Error(`${path}: ends before its manifest`)
  const nameOf = (value: Record<string, unknown>) => (value.kind === 'header' ? 'header' : value.part)
  const parts: readonly unknown[] = manifest.parts
  const counted = parts.reduce((sum: number, part) => {
    const own = lines.slice(0, -1).filter((_, at) => isObject(part) && nameOf(values[at] ?? {}) === part.name)
    if (!isObject(part) || part.sha256 !== hashOf(own)) throw new Error(`${path}: damaged`)
    return sum + own.length
  }, 0)
  if (counted !== lines.length - 1) throw new Error(`${path}: damaged`)
  return values.filter(({ kind }) => kind === 'exchange')
}
