import 'server-only'
import { createHash } from 'node:crypto'
import type { FileRefusal } from '@/lib/contract/file-worker'
import { linesIn, TooLarge } from '@/lib/setup/bundle/lines'
import { readBundle, type Bundle, type LineHash } from '@/lib/setup/bundle/read'
import { fail, ok, type Result } from '@/lib/shared/result'
import { chunksOf } from './chunks'

/** Decompressed. A tab has about 4 GB; what is decompressed takes up to twice its characters. */
const mostCharacters = 1_000_000_000

function lineHash(): LineHash {
  const hash = createHash('sha256')
  return { update: (text) => void hash.update(text), digest: () => hash.digest('hex') }
}

function refusalOf(error: unknown): FileRefusal {
  if (error instanceof TooLarge) return 'too-large'
  if (error instanceof DOMException) return 'unreadable'
  const text = error instanceof Error ? error.message : ''
  return ['truncat', 'unexpected'].some((word) => text.toLowerCase().includes(word)) ? 'cut' : 'damaged'
}

/** Whether a file begins as gzip does (https://www.rfc-editor.org/rfc/rfc1952#page-6). */
async function isCompressed(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  return first === 0x1f && second === 0x8b
}

/**
 * Reads a bundle with what a browser has, by the rules of `readBundleFile`: whole, and nothing of it counts before its end
 * was checked.
 */
export async function readInPage(file: Blob): Promise<Result<Bundle, FileRefusal>> {
  try {
    if (!(await isCompressed(file))) return fail('foreign')
    const text = file.stream().pipeThrough(new DecompressionStream('gzip'))
    const bundle = await readBundle(linesIn(chunksOf(text), mostCharacters), lineHash)
    return bundle.ok ? ok(bundle.value) : fail(bundle.failure.code)
  } catch (error) {
    return fail(refusalOf(error))
  }
}
