import type { EvidenceMark, EvidenceRow } from '@/lib/contract/codes'

/** A mark as screens show it: evidence that runs ahead of a reported run is expected, otherwise it is not confirmed. */
export type ShownMark = EvidenceMark | 'expected'

/**
 * The relation of one row's evidence on a volume to the verdict.
 * @param rows all evidence of the VM
 * @returns null where the row has no evidence on that volume
 */
export function shownMark(rows: readonly EvidenceRow[], row: EvidenceRow, volume: 'os' | 'data'): ShownMark | null {
  const cell = row[volume]
  if (cell?.mark !== 'ahead') return cell?.mark ?? null
  const report = rows.find(({ kind }) => kind === 'report')?.[volume]
  const isRunning = report?.value === 'report-encrypting' || report?.value === 'report-decrypting'
  return isRunning ? 'expected' : 'ahead'
}
