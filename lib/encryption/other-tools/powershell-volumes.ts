import { sameText } from '@/lib/shared/text'
import type { ToolDiskView, ToolReading, ToolSettings } from '@/lib/facts/tool-reading-types'
import type { OsType } from '@/lib/facts/types'
import { cmdletErrors, findExtension, type CmdletWord, type Outcome } from './powershell-report'

/**
 * The states that the disk views alone give, as the cmdlet reads them: exact names, exact case, every view in order.
 */
export interface ViewReading {
  readonly os: CmdletWord
  readonly data: CmdletWord
  readonly settings: ToolSettings | null
}

function wordOfView(view: ToolDiskView, otherwise: CmdletWord): Outcome<CmdletWord> {
  if (view.statuses === null || view.statuses.some((status) => status.code === null)) {
    return { error: cmdletErrors.nullReference }
  }
  const last = view.statuses.findLast((status) => status.code?.startsWith('EncryptionState/'))?.code ?? ''
  if (last === 'EncryptionState/encrypted') return { value: 'Encrypted' }
  return { value: last === 'EncryptionState/notEncrypted' || last === '' ? 'NotEncrypted' : otherwise }
}

function addView(reading: ViewReading, view: ToolDiskView, osDiskName: string | null): Outcome<ViewReading> {
  if (view.name === null) return { error: cmdletErrors.nullReference }
  const isOs = view.name === osDiskName
  if (!isOs && reading.data === 'Encrypted') return { value: reading }
  const word = wordOfView(view, isOs ? reading.os : reading.data)
  if ('error' in word) return word
  if (!isOs) return { value: { ...reading, data: word.value } }
  if (view.settings?.length === 0) return { error: cmdletErrors.index }
  return { value: { ...reading, os: word.value, settings: view.settings?.[0] ?? null } }
}

/** Reads the disk views; one encrypted data disk makes the whole `Encrypted`. */
export function readViews(views: readonly ToolDiskView[], osDiskName: string | null): Outcome<ViewReading> {
  let reading: ViewReading = { os: 'NoDiskFound', data: 'NoDiskFound', settings: null }
  for (const view of views) {
    const next = addView(reading, view, osDiskName)
    if ('error' in next) return next
    reading = next.value
  }
  return { value: reading }
}

/**
 * The cmdlet's guess for Windows data volumes from the request alone; also used for storage-account disks of either
 * system.
 */
export function dataByRequest(reading: ToolReading, os: OsType): Outcome<CmdletWord> {
  const extension = findExtension(reading, os)
  if (extension === null) return { value: 'Unknown' }
  const type = (extension.volumeType ?? '').trim()
  if (type !== '' && !sameText(type, 'Data') && !sameText(type, 'All')) return { value: 'NotEncrypted' }
  if (extension.operation === null) return { error: cmdletErrors.nullReference }
  if (!sameText(extension.operation, 'EnableEncryption')) return { value: 'NotEncrypted' }
  if (extension.provisioningState === null) return { error: cmdletErrors.nullReference }
  return { value: sameText(extension.provisioningState, 'Succeeded') ? 'Encrypted' : 'NotEncrypted' }
}
