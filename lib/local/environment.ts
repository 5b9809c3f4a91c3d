import 'server-only'
import { chmodSync } from 'node:fs'
import { makeFolder } from '@/lib/config/own-file'
import { dataFolderOf, type LocalOptions } from './options'

/** Variables that mean the same here as on a server. */
const kept: ReadonlySet<string> = new Set([
  'SEALWATCH_AZURE_SHARE',
  'SEALWATCH_HISTORY_DAYS',
  'SEALWATCH_HISTORY_MAX_MB',
  'SEALWATCH_LOG_LEVEL',
  'SEALWATCH_POLL_MOVING_SECONDS',
  'SEALWATCH_POLL_QUIET_SECONDS',
  'SEALWATCH_REQUESTS_PER_MINUTE',
  'SEALWATCH_STORAGE_ORIGIN',
])

/** Whether the history's database works here: its binary is for one version of Node, and npm may not have installed it. */
export async function canKeepHistory(): Promise<boolean> {
  try {
    const { default: Database } = await import('better-sqlite3')
    new Database(':memory:').close()
    return true
  } catch {
    return false
  }
}

/**
 * Prepares the environment of this process for the product. A shell may hold the variables of a server, its database
 * among them: one person's program must not write there.
 * @returns the folder of the history; null without one
 */
export function prepareEnvironment(options: LocalOptions): string | null {
  for (const name of Object.keys(process.env)) {
    const isOurs = name.startsWith('SEALWATCH_') || name === 'DATABASE_URL' || name.startsWith('PG')
    if (isOurs && !kept.has(name)) Reflect.deleteProperty(process.env, name)
  }
  // Every file of this process belongs to this user alone.
  process.umask(0o077)
  const folder = options.dataFolder ?? dataFolderOf(process.platform, process.env)
  if (options.history) {
    makeFolder(folder)
    chmodSync(folder, 0o700)
  }
  Object.assign(process.env, {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    SEALWATCH_LOG_LEVEL: process.env['SEALWATCH_LOG_LEVEL'] ?? 'error',
    SEALWATCH_STOP_DRAIN_SECONDS: '0',
    ...(options.history ? { SEALWATCH_DATA_DIR: folder } : { SEALWATCH_HISTORY: 'off' }),
  })
  return options.history ? folder : null
}
