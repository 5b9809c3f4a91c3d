import 'server-only'
import { serverConfig } from '@/lib/config/config'
import { readMetadata } from './authority'
import { authorityFetch } from './authority-fetch'

/** An answer of the directory counts for so long: probes come every few seconds, and from many. */
const keptMilliseconds = 30_000
/** Probes themselves wait for a few seconds only. */
const patienceMilliseconds = 2000

let last: { readonly at: number; readonly reached: Promise<boolean> } | undefined

async function ask(): Promise<boolean> {
  const { authorityHost, tenantId } = serverConfig()
  try {
    const { keysAddress } = await readMetadata(authorityHost, tenantId)
    const { status } = await authorityFetch(keysAddress, { method: 'GET', headers: { accept: 'application/json' } })
    return status === 200
  } catch {
    return false
  }
}

/**
 * Whether the directory gives out the metadata and the keys by which tokens are verified, within two seconds. Asked at most twice a
 * minute.
 * @param now milliseconds of a clock that only goes forward
 */
export async function reachesDirectory(now: number): Promise<boolean> {
  if (last === undefined || now - last.at > keptMilliseconds) last = { at: now, reached: ask() }
  let stop: (() => void) | undefined
  const tired = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMilliseconds)
    stop = () => clearTimeout(timer)
  })
  try {
    return await Promise.race([last.reached, tired])
  } finally {
    stop?.()
  }
}
