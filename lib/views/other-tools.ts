import type { ToolReason } from '@/lib/contract/other-tools'
import type { VmDetail } from '@/lib/contract/vm'

type Judged = Pick<VmDetail, 'verdict' | 'osType' | 'otherEncryption'>

/** What the portal's Disks page is known to read: the stamp of each disk, nothing else. */
export interface PortalView {
  readonly os: 'ade' | 'no-ade'
  readonly data: { readonly of: number; readonly total: number }
  readonly reason: ToolReason
}

/**
 * What the portal's Disks column shows, computed from the stamps.
 * Source: https://learn.microsoft.com/azure/virtual-machines/linux/how-to-verify-encryption-status
 */
export function portalView(vm: Judged): PortalView {
  const { os, data } = vm.verdict
  return {
    os: os.stamp === 'encrypted' ? 'ade' : 'no-ade',
    data: { of: data.stamped, total: data.total },
    reason: vm.otherEncryption.includes('encryption-at-host') ? 'at-host-apart' : 'stamp-alone',
  }
}

/** Why `az vm encryption show` of azure-cli 2.74 ends as it does. */
export function azReason({ verdict }: Judged): ToolReason {
  const stamped = verdict.os.stamp === 'encrypted' || verdict.data.stamped > 0
  switch (verdict.otherTools.azCli.outcome) {
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

/** Why `Get-AzVMDiskEncryptionStatus` shows what it shows; null where it cannot be computed. */
export function powerShellReason({ verdict, osType }: Judged): ToolReason | null {
  const view = verdict.otherTools.powershell
  if (view === null) return null
  if ('error' in view) return 'throws'
  const linux = osType === 'Linux'
  switch (view.mode) {
    case 'None':
      return 'nothing-found'
    case 'DualPass':
      return linux ? 'report-unchecked' : 'model-alone'
    case 'SinglePass':
      if (!linux) return 'any-data-disk'
      return verdict.os.reported === null && verdict.data.reported === null ? 'stamp-alone' : 'report-replaces-stamp'
  }
}
