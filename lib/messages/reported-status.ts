import { sameText } from '@/lib/shared/text'
import type { ReportedStatus } from './entry'

/** One status of the extension's instance view. */
export interface StatusSigns {
  readonly code: string | null
  readonly level: string | null
  readonly displayStatus: string | null
}

/**
 * The status-file word behind a status of the instance view; `null` where neither code nor level shows it. The agent
 * writes success as `ProvisioningState/succeeded`, error with code N as `ProvisioningState/failed/N` at level Error.
 * The code string of transitioning is inferred; its display status is documented.
 * https://learn.microsoft.com/en-us/azure/virtual-machines/linux/disk-encryption-troubleshooting
 */
export function reportedStatus({ code, level, displayStatus }: StatusSigns): ReportedStatus | null {
  if (level !== null && sameText(level.trim(), 'Error')) return 'error'
  return fromCode(code) ?? fromDisplayStatus(displayStatus)
}

function fromCode(code: string | null): ReportedStatus | null {
  const parts = (code ?? '').slice(0, 300).toLowerCase().split('/')
  const outcome = parts[0] === 'componentstatus' ? parts[2] : parts[0] === 'provisioningstate' ? parts[1] : undefined
  if (outcome === 'succeeded') return 'success'
  if (outcome === 'failed') return 'error'
  return outcome === 'transitioning' ? 'transitioning' : null
}

function fromDisplayStatus(displayStatus: string | null): ReportedStatus | null {
  if (displayStatus === null) return null
  if (sameText(displayStatus, 'Provisioning succeeded')) return 'success'
  if (sameText(displayStatus, 'Provisioning failed')) return 'error'
  return sameText(displayStatus, 'Transitioning') ? 'transitioning' : null
}
