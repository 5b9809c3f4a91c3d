import type { Database } from '@/lib/config/history-config'
import { backUpStore } from '../transfer/backup'
import { copyStore } from '../transfer/copy'
import { restoreStore } from '../transfer/restore'
import { testConfig } from './databases-config'

/**
 * A program that does one transfer, until it is done or killed. Arguments: its kind, and each database as JSON or the file
 * of a backup: what is read, then what is written.
 */
const [kind = '', from = '', to = ''] = process.argv.slice(2)
const place = (json: string) => ({ config: testConfig(JSON.parse(json) as Database), password: null })
const work = {
  copy: () => copyStore(place(from), place(to), false),
  backup: () => backUpStore(place(from), to),
  restore: () => restoreStore(from, place(to), true),
}
const done = await work[kind as keyof typeof work]()
if (!done.ok) throw new Error(JSON.stringify(done.failure))
