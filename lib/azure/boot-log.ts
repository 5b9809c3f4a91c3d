import 'server-only'
import { request as httpsRequest } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { outgoingAgents } from '@/lib/config/outgoing-proxy'
import type { StorageHosts } from '@/lib/config/server-config'
import { isStorageAddress } from '@/lib/config/storage-address'

/** Only the end of the log matters; one run of the extension writes few lines. */
const keptBytes = 1024 * 1024
/** Azure cuts the log long before this; a larger response is not from Azure. */
const mostBytes = 64 * 1024 * 1024
const timeoutMilliseconds = 15_000

// Separate agents: no connection to ARM, and so no user's connection, is ever used for it.
const agentFor = outgoingAgents({ keepAlive: false, maxSockets: 64 })

async function lastBytes(message: IncomingMessage): Promise<Buffer | null> {
  const kept: Buffer[] = []
  let bytes = 0
  let held = 0
  for await (const part of message) {
    const chunk = Buffer.isBuffer(part) ? part : Buffer.from(String(part))
    bytes += chunk.length
    held += chunk.length
    if (bytes > mostBytes) return null
    kept.push(chunk)
    while (kept[0] !== undefined && held - kept[0].length >= keptBytes) held -= kept.shift()?.length ?? 0
  }
  return Buffer.concat(kept).subarray(-keptBytes)
}

function open(address: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = httpsRequest(
      address,
      { method: 'GET', agent: agentFor(address), signal, headers: { 'accept-encoding': 'identity' } },
      resolve,
    )
    sent.on('error', reject)
    sent.end()
  })
}

/**
 * Fetches the last megabyte of a serial console log as text. The address itself grants access (SAS), so no token is
 * sent; no redirect is followed. Null for an address that may not be fetched and for any response that is not a log.
 */
export async function fetchBootLog(address: string, hosts: StorageHosts, signal: AbortSignal): Promise<string | null> {
  if (!isStorageAddress(address, hosts)) return null
  const within = AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)])
  try {
    const message = await open(address, within)
    if (message.statusCode !== 200) {
      message.destroy()
      return null
    }
    const bytes = await lastBytes(message)
    return bytes === null ? null : bytes.toString('utf8')
  } catch {
    return null
  }
}
