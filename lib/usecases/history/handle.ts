import 'server-only'
import { historyConfig } from '@/lib/config/history-config'
import { fail, type Result } from '@/lib/shared/result'
import type { StoreFailure } from '@/lib/store/failure'
import { replacedCode } from '@/lib/store/sqlite'
import { openStore, type Store } from '@/lib/store/store'
import { passwordOf } from './password'

/** After a failure this process does not try to open the history again for this long. */
const retryMilliseconds = 10_000

interface Handle {
  opening: Promise<Result<Store, StoreFailure>>
  /** When a failed opening is retried, milliseconds of this process's clock; infinite for an open history. */
  retryAt: number
}

declare global {
  // Next.js bundles each route separately; all of them share one database.
  var sealwatchHistory: Handle | undefined
}

/** The open history, unless its file was removed; null where it must be opened: another file took its place. */
async function usable(known: Handle): Promise<Result<Store, StoreFailure> | null> {
  const opened = await known.opening
  if (!opened.ok) return opened
  const moved = opened.value.file?.moved() ?? null
  if (moved === null) return opened
  // A removed database is not created anew while this process runs: that would hide the loss.
  if (moved.code !== replacedCode) return fail(moved)
  if (globalThis.sealwatchHistory !== known) return null
  globalThis.sealwatchHistory = undefined
  await opened.value.close()
  return null
}

/**
 * The history of this process, opened on first use. A recent failure is returned without another try. A restored SQLite
 * file is opened instead of the one that it replaced.
 */
export async function history(): Promise<Result<Store, StoreFailure>> {
  const config = historyConfig()
  if (config.database === null) return fail({ kind: 'off', code: null })
  const before = globalThis.sealwatchHistory
  if (before !== undefined && performance.now() < before.retryAt) {
    const found = await usable(before)
    if (found !== null) return found
  }
  const known = globalThis.sealwatchHistory
  if (known !== undefined && known !== before) return known.opening
  const handle: Handle = { opening: openStore(config, passwordOf(config)), retryAt: Number.POSITIVE_INFINITY }
  globalThis.sealwatchHistory = handle
  const opened = await handle.opening
  if (!opened.ok) handle.retryAt = performance.now() + retryMilliseconds
  return opened
}

/** Closes the history, so that the process can end, or a test can open it again. */
export async function closeHistory(): Promise<void> {
  const handle = globalThis.sealwatchHistory
  globalThis.sealwatchHistory = undefined
  globalThis.sealwatchHistoryHealth = undefined
  const opened = await handle?.opening
  if (opened?.ok === true) await opened.value.close()
}
