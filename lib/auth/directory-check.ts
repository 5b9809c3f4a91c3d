import 'server-only'
import { serverConfig } from '@/lib/config/config'
import { readMetadata } from './authority'
import { authorityFetch } from './authority-fetch'

/** How long the directory's answer is cached: probes come every few seconds, from several probers. */
const keptMilliseconds = 30_000
/** Probes themselves wait only a few seconds. */
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
 * Whether the directory returns the metadata and the keys that verify tokens, within two seconds. Requested at most
 * twice a minute.
 * @param now milliseconds of a monotonic clock
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
