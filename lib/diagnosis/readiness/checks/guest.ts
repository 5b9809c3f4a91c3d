import type { OsType } from '@/lib/facts/types'
import { notApplicable, notVisible, type ReadinessCheck } from '../found'

/** What only a check inside the VM shows; its command is in the steps. */
export const inside: ReadinessCheck = () => notVisible('inside-only')

const insideOf =
  (system: OsType): ReadinessCheck =>
  ({ facts: { osType } }) => {
    if (!osType.known || osType.value === system) return notVisible('inside-only')
    return notApplicable(system === 'Linux' ? 'linux-only' : 'windows-only')
  }

export const insideLinux = insideOf('Linux')
export const insideWindows = insideOf('Windows')

/** Releases of Windows Server whose Core installation lacks a component (https://learn.microsoft.com/azure/virtual-machines/windows/disk-encryption-troubleshooting). */
const lacking = /2012 R2|2016/i

/** Checked only on releases that can lack the component. */
export const serverCore: ReadinessCheck = (setting, now) => {
  const { osName, osType } = setting.facts
  const isOther = osType.known && osType.value === 'Windows' && osName.known && !lacking.test(osName.value)
  return isOther ? notApplicable('os-windows') : insideWindows(setting, now)
}
