import 'server-only'
import type { OpenedFile } from '@/lib/contract/file-worker'
import type { Bundle } from '@/lib/setup/bundle/read'

/**
 * What a page shows of the file itself.
 * @param name of the file, without its folder
 * @param username of the account that took it; the caller has a word for a redacted one
 */
export function stateOf({ header, manifest }: Bundle, name: string, username: string): OpenedFile['state'] {
  const { tenantId, takenAt, subscriptions } = header
  return {
    tool: 'file',
    account: { name: null, username },
    tenantId,
    tenants: [tenantId],
    command: null,
    file: {
      name,
      takenAt,
      complete: manifest.complete,
      notRead: manifest.notRead.length,
      subscriptions: subscriptions?.length ?? null,
    },
  }
}
