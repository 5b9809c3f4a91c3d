import { row, rowLimit, type Fragment, type FragmentFinding, type FragmentRow } from './types'

type Lines = readonly string[]

const labels = {
  conversion: /^\s{1,8}(?:Conversion Status|変換状態)\s{0,20}:\s{0,20}(.{1,80})$/,
  protection: /^\s{1,8}(?:Protection Status|保護状態)\s{0,20}:\s{0,20}(.{1,80})$/,
  lock: /^\s{1,8}(?:Lock Status|ロック状態)\s{0,20}:\s{0,20}(.{1,80})$/,
} as const

/**
 * Japanese words that were seen; others are unknown. `暗号化は完全に解除されています` means decrypted, although it contains the word
 * for "encrypted".
 */
function ofConversion(word: string, protection: string): FragmentFinding | null {
  if (/^Fully Decrypted$|完全に解除/.test(word)) return 'fully-decrypted'
  // https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/planning-guide
  const part = /^Used Space Only Encrypted$|^使用領域のみ暗号化/.test(word) ? 'used-space-encrypted' : null
  const encrypted = /^Fully Encrypted$|^完全に暗号化/.test(word) ? 'fully-encrypted' : part
  if (encrypted !== null) {
    if (/^Protection On$|保護はオン/.test(protection)) return `${encrypted}-protected`
    return /^Protection Off\b|保護はオフ/.test(protection) ? `${encrypted}-unprotected` : encrypted
  }
  return /in Progress$|Paused$|処理中|実行中|中断|一時停止/.test(word) ? 'partly-encrypted' : null
}

function wordOf(lines: Lines, pattern: RegExp): string {
  for (const line of lines) {
    const word = pattern.exec(line.slice(0, 200))?.[1]
    if (word !== undefined) return word.trim()
  }
  return ''
}

/** `manage-bde -status` in English and Japanese: one row per volume. */
export function readManageBde(lines: Lines): Fragment | null {
  const heads = lines
    .flatMap((line, at) => (/^(?:Volume|ボリューム) [A-Z]:/.test(line.trim()) ? [at] : []))
    .slice(0, rowLimit)
  const rows = heads.flatMap((at, index): readonly FragmentRow[] => {
    const part = lines.slice(at, heads[index + 1] ?? at + 40)
    const drive = /([A-Z]:)/.exec(lines[at] ?? '')?.[1] ?? ''
    const conversion = wordOf(part, labels.conversion)
    if (/^Locked$|^ロック$/.test(wordOf(part, labels.lock))) return [row(drive, 'locked', 'Locked')]
    const finding = ofConversion(conversion, wordOf(part, labels.protection))
    return finding === null ? [] : [row(drive, finding, conversion)]
  })
  return rows.length === 0 ? null : { kind: 'manage-bde', rows }
}

/** `Get-BitLockerVolume` as a table: a drive and a status with the percentage, then on or off. */
export function readBitLockerVolume(lines: Lines): Fragment | null {
  const rows = lines.flatMap((line): readonly FragmentRow[] => {
    const found =
      /^(?:OperatingSystem|Data)\s{1,20}(\S{1,60})\s{1,20}[\d.,]{1,14}\s{1,20}((?:Fully|Encryption|Decryption)\w{4,20})\s{1,20}\d/.exec(
        line.trim().slice(0, 300),
      )
    if (found === null) return []
    const [, drive = '', status = ''] = found
    const state = /\s(On|Off|Unknown)$/.exec(line.trimEnd().slice(-20))?.[1] ?? ''
    return [row(drive, ofStatus(status, state), `${status} ${state}`)]
  })
  return rows.length === 0 ? null : { kind: 'bitlocker-volume', rows: rows.slice(0, rowLimit) }
}

function ofStatus(status: string, protection: string): FragmentFinding {
  if (status === 'FullyDecrypted') return 'fully-decrypted'
  if (status !== 'FullyEncrypted') return 'partly-encrypted'
  if (protection === 'On') return 'fully-encrypted-protected'
  return protection === 'Off' ? 'fully-encrypted-unprotected' : 'fully-encrypted'
}
