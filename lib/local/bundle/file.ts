import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { constants, createGunzip, createGzip, type ZlibOptions } from 'node:zlib'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { fail, type Result } from '@/lib/shared/result'
import { linesIn, TooLarge } from '@/lib/setup/bundle/lines'
import {
  readBegunBundle,
  readBundle,
  type BegunBundle,
  type Bundle,
  type BundleFailure,
  type LineHash,
} from '@/lib/setup/bundle/read'

/** Decompressed. */
const mostCharacters = 4_000_000_000

/** Lines after which what is written is passed on to the file. */
const flushedLines = 50

/** A SHA-256 over the lines of a part. */
export function lineHash(): LineHash {
  const hash = createHash('sha256')
  return { update: (text) => void hash.update(text), digest: () => hash.copy().digest('hex') }
}

/** The lines of a compressed file. Throws where it is cut, damaged, too large or not UTF-8. */
async function* linesOf(path: string, options: ZlibOptions = {}): AsyncGenerator<string> {
  const source = createReadStream(path)
  const inflated = createGunzip(options)
  const chunks: AsyncIterable<Buffer> = inflated
  source.once('error', (error) => inflated.destroy(error))
  source.pipe(inflated)
  try {
    yield* linesIn(chunks, mostCharacters)
  } finally {
    source.destroy()
  }
}

function failureOf(error: unknown): BundleFailure {
  if (error instanceof TooLarge) return { code: 'too-large', line: null }
  const message = error instanceof Error ? error.message : ''
  if (/unexpected end of file/i.test(message)) return { code: 'cut', line: null }
  return { code: /incorrect header check/i.test(message) ? 'foreign' : 'damaged', line: null }
}

/** Whether the file system refused the file: not what is in it. */
const isFileError = (error: unknown): boolean => error instanceof Error && 'syscall' in error

/**
 * Reads a bundle from a file, whole: nothing of it counts before its end was checked.
 * @returns `unreadable` where the file system refuses the file
 */
export async function readBundleFile(path: string): Promise<Result<Bundle, BundleFailure | { code: 'unreadable' }>> {
  try {
    return await readBundle(linesOf(path), lineHash)
  } catch (error) {
    return fail(isFileError(error) ? { code: 'unreadable' } : failureOf(error))
  }
}

/**
 * What a run that was cut off has written into a file.
 * @returns null where that is not even the header
 */
export async function readBegunFile(path: string): Promise<BegunBundle | null> {
  try {
    // The end of what is there is not the end of the file: without this, the last lines would be lost.
    return await readBegunBundle(linesOf(path, { finishFlush: constants.Z_SYNC_FLUSH }))
  } catch {
    return null
  }
}

/** The name of a file until it is complete. */
export const partialOf = (path: string): string => `${path}.part`

/** A file that is written line by line, compressed, under another name until it is complete. */
export interface LineFile {
  readonly write: (line: string) => Promise<void>
  /** Completes the file under its own name; an existing file is never replaced. */
  readonly keep: () => Promise<void>
  readonly discard: () => Promise<void>
}

/** Opens a new file that only its owner can read. Throws where it, or its partial form, already exists. */
export async function openLineFile(path: string): Promise<LineFile> {
  const reserved = await open(path, 'wx', 0o600)
  await reserved.close()
  const partial = partialOf(path)
  const file = await open(partial, 'wx', 0o600).catch(async (error: unknown) => {
    await rm(path, { force: true })
    throw error
  })
  const { ino } = await file.stat({ bigint: true })
  const packed = createGzip()
  const target = file.createWriteStream()
  packed.pipe(target)
  const ended = finished(target)
  ended.catch(() => undefined)
  let lines = 0
  const put = async (line: string): Promise<void> => {
    lines += 1
    // A run that is cut off loses at most these lines.
    if (lines % flushedLines === 0) packed.flush()
    if (!packed.write(line)) await Promise.race([once(packed, 'drain'), ended])
  }
  let last = Promise.resolve()
  return {
    // One after the other: each waits until the file has taken what was written before.
    write: (line) => (last = last.then(() => put(line))),
    keep: async () => {
      packed.end()
      await ended
      // Another run may have taken up this one's lines; its file is not this one.
      if ((await stat(partial, { bigint: true })).ino !== ino) throw new Error(`${partial} is another file`)
      await rename(partial, path)
    },
    discard: async () => {
      packed.destroy()
      target.destroy()
      await Promise.all([rm(partial, { force: true }), rm(path, { force: true })])
    },
  }
}
