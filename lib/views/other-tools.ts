import type { ToolReason } from '@/lib/contract/other-tools'
import type { ExplainedVm } from '@/lib/contract/explain'

/** What the portal's Disks page reads: the stamp of each disk, and nothing else. */
export interface PortalView {
  readonly os: 'ade' | 'no-ade'
  /** `null` when the number of data disks is unknown. */
  readonly data: { readonly of: number; readonly total: number } | null
  readonly reason: ToolReason
}

/**
 * What the portal's Disks column shows, computed from the stamps.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/how-to-verify-encryption-status
 */
export function portalView(vm: ExplainedVm): PortalView {
  const { os, data } = vm.verdict
  const { stamped, total } = data
  return {
    os: os.stamp === 'encrypted' ? 'ade' : 'no-ade',
    data: stamped === null || total === null ? null : { of: stamped, total },
    reason: vm.otherEncryption.includes('encryption-at-host') ? 'at-host-apart' : 'stamp-alone',
  }
}

/** Why `az vm encryption show` of azure-cli 2.74 ends as it does; null when that is unknown. */
export function azReason({ verdict }: ExplainedVm): ToolReason | null {
  const stamped = verdict.os.stamp === 'encrypted' || (verdict.data.stamped ?? 0) > 0
  switch (verdict.otherTools.azCli.outcome) {
    case null:
      return null
    case 'printed':
      return 'prints-both'
    case 'nothing':
      return stamped ? 'extension-only' : 'nothing-found'
    case 'error': {
      const leftover = verdict.flags.some((flag) => flag.code === 'dual-pass-leftover')
      return verdict.pass === 'dual' || leftover ? 'fails-dual-pass' : 'fails-missing-settings'
    }
  }
}

/** Why `Get-AzVMDiskEncryptionStatus` shows what it shows; null when it cannot be computed. */
export function powerShellReason({ verdict, osType }: ExplainedVm): ToolReason | null {
  const view = verdict.otherTools.powershell
  if (view === null) return null
  if ('error' in view) return 'throws'
  const linux = osType === 'Linux'
  switch (view.mode) {
    case null:
      return null
    case 'None':
      return 'nothing-found'
    case 'DualPass':
      return linux ? 'report-unchecked' : 'model-alone'
    case 'SinglePass':
      if (!linux) return 'any-data-disk'
      return verdict.os.reported === null && verdict.data.reported === null ? 'stamp-alone' : 'report-replaces-stamp'
  }
}
