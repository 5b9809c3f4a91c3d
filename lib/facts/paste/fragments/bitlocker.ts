import { hostsOf, withHosts, type HostedRow } from './hosts'
import { row, rowLimit, type Fragment, type FragmentFinding, type FragmentRow } from './types'

type Lines = readonly string[]

const labels = {
  conversion: /^\s{0,8}(?:Conversion Status|変換状態|Konvertierungsstatus)\s{0,20}:\s{0,20}(.{1,80})$/,
  protection: /^\s{0,8}(?:Protection Status|保護状態)\s{0,20}:\s{0,20}(.{1,80})$/,
  percent: /^\s{0,8}(?:Percentage Encrypted|暗号化された割合|Verschlüsselt \(Prozent\))\s{0,20}:\s{0,20}(.{1,80})$/,
  lock: /^\s{0,8}(?:Lock Status|ロック状態)\s{0,20}:\s{0,20}(.{1,80})$/,
} as const

/** The only field with a percentage, whose label can be in any language. */
const anyPercent = /^\s{1,8}[^:\n]{2,60}:\s{0,20}(\d{1,3}(?:[.,]\d{1,4})?\s?%)\s{0,8}$/

/** Some of the volume is encrypted, whatever the language of the words. */
const isPart = (percent: string): boolean => /^(?:0[.,]0*[1-9]|[1-9]\d?(?:[.,]\d{1,4})?)\s?%?$/.test(percent)

/**
 * Japanese words that were seen; others are unknown. Of German ones only those for a conversion count. `暗号化は完全に解除されています` means decrypted, although it contains the word
 * for "encrypted".
 */
function ofConversion(word: string, protection: string, percent: string): FragmentFinding | null {
  if (/^Fully Decrypted$|完全に解除/.test(word)) return 'fully-decrypted'
  // https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/planning-guide
  const part = /^Used Space Only Encrypted$|^使用領域のみ暗号化/.test(word) ? 'used-space-encrypted' : null
  const encrypted = /^Fully Encrypted$|^完全に暗号化/.test(word) ? 'fully-encrypted' : part
  if (encrypted !== null) {
    // A percentage that contradicts the word.
    if (/^\d/.test(percent) && !/^100(?:[.,]0)? ?%?$/.test(percent)) return 'partly-encrypted'
    if (/^Protection On$|保護はオン/.test(protection)) return `${encrypted}-protected`
    return /^Protection Off\b|保護はオフ/i.test(protection) ? `${encrypted}-unprotected` : encrypted
  }
  const isWork = /in Progress$|Paused$|処理中|実行中|中断|一時停止|wird durchgeführt$|angehalten|unterbrochen/.test(
    word,
  )
  return isWork || isPart(percent) ? 'partly-encrypted' : null
}

function wordOf(lines: Lines, pattern: RegExp): string {
  for (const line of lines) {
    const word = pattern.exec(line.slice(0, 200))?.[1]
    if (word !== undefined) return word.trim()
  }
  return ''
}

/** `Volume C:` as Windows writes it in several languages. */
const volumeHead = /^(?:Volumen?|ボリューム|卷|磁碟區|볼륨|Том) ?"?([A-Z]:)/

/** A block that was cut out below the line with the letter of its volume. */
const unnamed = '?:'

/** The lines at which the blocks of the volumes begin; without a letter, each at its conversion. */
function headsIn(lines: Lines): readonly number[] {
  const placesOf = (isHead: (line: string) => boolean): readonly number[] =>
    lines.flatMap((line, at) => (isHead(line) ? [at] : []))
  const named = placesOf((line) => volumeHead.test(line.trim()))
  return named.length > 0 ? named : placesOf((line) => labels.conversion.test(line.slice(0, 200)))
}

/**
 * `manage-bde -status`: one row per volume, with its computer where there are several. Of other languages than English
 * and Japanese only a percentage that is neither 0 nor 100 says something.
 */
export function readManageBde(lines: Lines): Fragment | null {
  const heads = headsIn(lines).slice(0, rowLimit)
  const hosts = heads.length === 0 ? [] : hostsOf(lines)
  const rows = heads.flatMap((at, index): readonly HostedRow[] => {
    const part = lines.slice(at, heads[index + 1] ?? at + 40)
    const drive = volumeHead.exec((lines[at] ?? '').trim())?.[1] ?? unnamed
    const host = hosts[at] ?? null
    const conversion = wordOf(part, labels.conversion)
    if (/^Locked$|^ロック$/.test(wordOf(part, labels.lock))) return [{ ...row(drive, 'locked', 'Locked'), host }]
    const percent = wordOf(part, labels.percent) || wordOf(part, anyPercent)
    const finding = ofConversion(conversion, wordOf(part, labels.protection), percent)
    return finding === null ? [] : [{ ...row(drive, finding, conversion || percent), host }]
  })
  return rows.length === 0 ? null : { kind: 'manage-bde', rows: withHosts(rows) }
}

/** A row of the table: a drive and a status with the percentage, then on or off. */
function rowOfTable(line: string): FragmentRow | null {
  const found =
    /^(?:OperatingSystem|Data)\s{1,20}(\S{1,60})\s{1,20}[\d.,]{1,14}\s{1,20}((?:Fully|Encryption|Decryption)\w{4,30})\s{1,20}(\d{1,3})/.exec(
      line.trim().slice(0, 300),
    )
  if (found === null) return null
  const [, drive = '', status = '', percent = ''] = found
  const state = /\s(On|Off|Unknown)$/.exec(line.trimEnd().slice(-20))?.[1] ?? ''
  return row(drive, ofStatus(status, state, percent), `${status} ${state}`)
}

const field =
  /^\s{0,8}(MountPoint|VolumeStatus|ProtectionStatus|LockStatus|EncryptionPercentage)\s{0,20}:\s{0,4}(\S{0,80})\s{0,20}$/

interface Listed {
  readonly at: number
  readonly values: Map<string, string>
}

/** The volumes of the list form; each begins with its mount point. */
function listedIn(lines: Lines): readonly Listed[] {
  const volumes: Listed[] = []
  for (const [at, line] of lines.entries()) {
    const [, name, value = ''] = field.exec(line.slice(0, 200)) ?? []
    if (name === undefined) continue
    if (name === 'MountPoint') volumes.push({ at, values: new Map() })
    const volume = volumes.at(-1)
    if (volume !== undefined && at - volume.at <= linesOfVolume) volume.values.set(name, value)
  }
  return volumes.slice(0, rowLimit)
}
const linesOfVolume = 20

function rowOfList({ values }: Listed): FragmentRow | null {
  const [drive = '', status = '', state = '', percent = ''] = [
    'MountPoint',
    'VolumeStatus',
    'ProtectionStatus',
    'EncryptionPercentage',
  ].map((name) => values.get(name) ?? '')
  if (drive !== '' && values.get('LockStatus') === 'Locked') return row(drive, 'locked', 'Locked')
  const isKnown = /^(?:Fully(?:En|De)crypted|(?:En|De)cryption)\w{0,30}$/.test(status)
  return drive !== '' && isKnown ? row(drive, ofStatus(status, state, percent), `${status} ${state}`) : null
}

/** `Get-BitLockerVolume` as a table or as a list. */
export function readBitLockerVolume(lines: Lines): Fragment | null {
  const inTable = lines.flatMap((line, at) => {
    const found = rowOfTable(line)
    return found === null ? [] : [{ ...found, at }]
  })
  const inList = listedIn(lines).flatMap((volume) => {
    const found = rowOfList(volume)
    return found === null ? [] : [{ ...found, at: volume.at }]
  })
  const all = [...inTable, ...inList].slice(0, rowLimit)
  if (all.length === 0) return null
  const hosts = hostsOf(lines)
  return {
    kind: 'bitlocker-volume',
    rows: withHosts(all.map(({ at, ...rest }) => ({ ...rest, host: hosts[at] ?? null }))),
  }
}

/**
 * A volume that is still being wiped is encrypted as a whole.
 * https://learn.microsoft.com/windows/win32/secprov/getconversionstatus-win32-encryptablevolume
 */
function ofStatus(status: string, protection: string, percent: string): FragmentFinding {
  if (status === 'FullyDecrypted') return 'fully-decrypted'
  if (!status.startsWith('FullyEncrypted') || (percent !== '' && percent !== '100')) return 'partly-encrypted'
  if (protection === 'On') return 'fully-encrypted-protected'
  return protection === 'Off' ? 'fully-encrypted-unprotected' : 'fully-encrypted'
}
