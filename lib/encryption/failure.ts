import { sameText } from '@/lib/shared/text'
import type { AdeExtension } from '@/lib/facts/types'
import type { FlagReason } from './types'

type FailureSign = Extract<FlagReason, 'extension-provisioning-failed' | 'status-code-failed' | 'status-level-error'>

/**
 * Two texts have every sign of failure without being failures: the extension's restart in the stripped-down system, and one of
 * ten attempts to unmount the old root.
 * https://github.com/Azure/azure-linux-extensions/tree/affba5a9/VMEncryption/main/oscrypto
 */
function isHarmless({ view }: AdeExtension): boolean {
  const message = String(view?.statuses[0]?.message)
  if (message.startsWith('Restarted extension from stripped down OS')) return true
  const retriable = view?.statuses.some(({ code }) => code?.endsWith('/22')) === true
  return retriable && /^Attempt #\d+ to unmount \/oldroot failed/.test(message)
}

/** The first sign that the extension's last operation failed; null where it did not fail. Sub-statuses do not count. */
export function failureOf(extension: AdeExtension | undefined): FailureSign | null {
  if (extension === undefined || isHarmless(extension)) return null
  const { resource, view } = extension
  if (sameText(resource?.provisioningState, 'Failed')) return 'extension-provisioning-failed'
  if (view?.statuses.some(({ code }) => code?.toLowerCase().startsWith('provisioningstate/failed')))
    return 'status-code-failed'
  return view?.statuses.some(({ level }) => sameText(level, 'Error')) ? 'status-level-error' : null
}

/** ARM's own operation on the extension succeeded and the extension reports no failure. */
export function hasSucceeded(extension: AdeExtension | undefined): boolean {
  return sameText(extension?.resource?.provisioningState, 'Succeeded') && failureOf(extension) === null
}

/** ARM is still changing the extension resource. */
export function isRunning(extension: AdeExtension | undefined): boolean {
  const state = extension?.resource?.provisioningState
  return ['Creating', 'Updating', 'Deleting'].some((word) => sameText(state, word))
}
