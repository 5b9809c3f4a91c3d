import type { AdeExtension, VmFacts } from '@/lib/facts/types'
import type { Pass } from './types'

/** Major version of the handler that works with a directory application: dual pass. Every other major is single pass. */
const dualPassMajor = { Linux: 0, Windows: 1 } as const

/** NaN where the version does not begin with a number. */
function majorOf(version: string | null | undefined): number {
  return Number(/^\s*(\d{1,9})(?:\.|\s*$)/.exec(String(version))?.[1])
}

/** The view's version counts only without an extension resource: an unreadable version is no sign of dual pass. */
function passOfExtension({ os, resource, view }: AdeExtension): Pass {
  return os !== null && majorOf((resource ?? view)?.version) === dualPassMajor[os] ? 'dual' : 'single'
}

/**
 * The generation of disk encryption that a VM has. The model decides first, then settings on any disk, then the
 * extension.
 * https://github.com/Azure/azure-powershell/blob/2c240eb3b312f95a7a79a8c1ee2b8ed387fffb9a/src/Compute/Compute/Extension/AzureDiskEncryption/GetAzureDiskEncryptionStatus.cs
 */
export function passOf(facts: Pick<VmFacts, 'modelSettings' | 'diskViews' | 'adeExtensions'>): Pass {
  if (facts.modelSettings?.enabled === true) return 'dual'
  if (facts.diskViews.some((view) => view.settings.some((settings) => settings.enabled))) return 'single'
  const extension = facts.adeExtensions[0]
  return extension === undefined ? 'none' : passOfExtension(extension)
}
