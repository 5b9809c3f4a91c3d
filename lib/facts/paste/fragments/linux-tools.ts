import { row, rowLimit, type Fragment, type FragmentFinding, type FragmentRow } from './types'

type Lines = readonly string[]

function fragment(kind: Fragment['kind'], rows: readonly FragmentRow[]): Fragment | null {
  return rows.length === 0 ? null : { kind, rows: rows.slice(0, rowLimit) }
}

const blkidLine = /^(\/dev\/[\w./-]{1,100}): (?=[A-Z_]{3,12}=")/

/** Devices that a text lists twice, with another UUID the second time; of a UUID that was cut the rest is not compared. */
function changedUuids(lines: Lines): readonly FragmentRow[] {
  const before = new Map<string, string>()
  return lines.flatMap((each): readonly FragmentRow[] => {
    const line = each.trim().slice(0, 600)
    const device = blkidLine.exec(line)?.[1]
    const uuid = /(?<![A-Z_])UUID="([0-9A-Fa-f-]{4,40})/.exec(line)?.[1]?.toLowerCase()
    if (device === undefined || uuid === undefined) return []
    const known = before.get(device)
    before.set(device, uuid)
    const isAlike = known === undefined || known.startsWith(uuid) || uuid.startsWith(known)
    return isAlike ? [] : [row(device, 'uuid-changed', line)]
  })
}

/**
 * blkid: a device with a type. A device that it does not list has no signature, and a detached header has none either.
 */
export function readBlkid(lines: Lines): Fragment | null {
  const listed = lines.flatMap((line): readonly FragmentRow[] => {
    const found = blkidLine.exec(line.trim().slice(0, 600))
    // A truncated line may have lost its type: it is skipped.
    if (found === null || (line.split('"').length - 1) % 2 === 1) return []
    const type = /\bTYPE="([\w-]{1,40})"/.exec(line.slice(0, 600))?.[1] ?? null
    const isKey = /LABEL="BEK VOLUME"/.test(line.slice(0, 600))
    return [row(found[1] ?? '', isKey ? 'key-volume' : ofType(type), line)]
  })
  return fragment('blkid', [...listed, ...changedUuids(lines)])
}

function ofType(type: string | null): FragmentFinding {
  if (type === null) return 'no-signature'
  if (type === 'BitLocker') return 'bitlocker'
  return type === 'crypto_LUKS' ? 'luks' : 'plain-file-system'
}

/** lsblk by the words of a row: `crypt` is an open mapping, `crypto_LUKS` a signature. */
export function readLsblk(lines: Lines): Fragment | null {
  const head = lines.findIndex((line) =>
    /^\s{0,8}NAME(?:\s{1,40}[A-Z:%-]{2,16}){2,14}$/.test(line.slice(0, 300).trimEnd()),
  )
  if (head < 0) return fragment('lsblk', [...lsblkPairs(lines), ...lsblkRows(withoutHeader(lines))])
  return fragment('lsblk', lsblkRows(listedIn(lines.slice(head + 1, head + 1 + rowLimit))))
}

/** Rows of the standard columns, whose heading was not copied. */
function withoutHeader(lines: Lines): readonly ListedDevice[] {
  return listedIn(lines).filter(({ words }) =>
    /^\d{1,4}:\d{1,6} [01] [\d.]{1,8}[BKMGTP] [01] (?:disk|part|crypt|lvm)\b/.test(words.slice(1).join(' ')),
  )
}

function listedIn(lines: Lines): readonly ListedDevice[] {
  return lines.flatMap((line): readonly ListedDevice[] => {
    const words = line
      .replace(/[\u2500-\u257F|`]/g, ' ')
      .trim()
      .slice(0, 300)
      .split(/\s{1,40}/)
    const name = words[0]?.replace(/^-/, '') ?? ''
    return /^[\w.-]{2,80}$/.test(name) ? [{ name, words, line }] : []
  })
}

/** The findings of the listed devices of one computer. */
export function lsblkRows(listed: readonly ListedDevice[]): readonly FragmentRow[] {
  const system = systemDiskOf(listed)
  return listed.flatMap((device): readonly FragmentRow[] => {
    const { name, words, line } = device
    const finding = isMountedPlain(device, system) ? 'mounted-plain' : ofLsblkRow(words, line)
    return finding === null ? [] : [row(name, finding, line)]
  })
}

/** One device with the words of its row: its mount point last. */
export interface ListedDevice {
  readonly name: string
  readonly words: readonly string[]
  readonly line: string
}

/** A disk, or a partition with its disk; anything else is a mapping or a logical volume. */
const onDisk = /^((?:sd|vd|xvd|hd)[a-z]{1,3}|nvme\d{1,3}n\d{1,3})(?:p?\d{1,3})?$/
const mountOf = ({ words }: ListedDevice): string => words.at(-1) ?? ''
/** Plain on every VM: the boot files, the temporary disk and the key volume. */
const alwaysPlain = /^(?:\/boot(?:\/.{1,80})?|\/efi|\/mnt(?:\/resource|\/azure_bek_disk)?)$/

/** The disk of the boot files: its other partitions are no data volumes. */
function systemDiskOf(listed: readonly ListedDevice[]): string | null {
  const own = listed.find((device) => /^\/(?:boot(?:\/efi)?)?$/.test(mountOf(device)) && onDisk.test(device.name))
  return own === undefined ? null : (onDisk.exec(own.name)?.[1] ?? null)
}

/** A root or data file system that is mounted from a disk or partition itself. */
function isMountedPlain(device: ListedDevice, system: string | null): boolean {
  const mount = mountOf(device)
  const disk = onDisk.exec(device.name)?.[1]
  if (disk === undefined || !mount.startsWith('/') || alwaysPlain.test(mount)) return false
  if (device.words.some((word) => word.startsWith('crypt')) || /BEK[ _]VOLUME/.test(device.line)) return false
  return mount === '/' || disk !== system
}

function ofLsblkRow(words: readonly string[], line: string): FragmentFinding | null {
  if (/BEK[ _]VOLUME|azure_bek_disk/.test(line)) return 'key-volume'
  // Only the extension gives a mapping this name; `lsblk -f` prints no type.
  if (words.includes('crypt') || words[0]?.endsWith('osencrypt') === true) return 'crypt-open'
  if (words.includes('crypto_LUKS')) return 'luks'
  if (words.includes('BitLocker')) return 'bitlocker'
  return words.some((word) => /^(?:ext[234]|xfs|btrfs)$/.test(word)) ? 'plain-file-system' : null
}

function lsblkPairs(lines: Lines): readonly FragmentRow[] {
  return lines.flatMap((line): readonly FragmentRow[] => {
    const name = /^NAME="([^"]{1,80})"/.exec(line.trim())?.[1]
    if (name === undefined) return []
    if (/ TYPE="crypt"/.test(line)) return [row(name, 'crypt-open', line)]
    return [row(name, ofType(/ FSTYPE="([^"]{0,40})"/.exec(line)?.[1] || null), line)]
  })
}

/** Lines of fstab; the options decide whether a missing device stops the boot. */
export function readFstab(lines: Lines): Fragment | null {
  return fragment(
    'fstab',
    lines.flatMap((line): readonly FragmentRow[] => {
      const found =
        /^(\/dev\/mapper\/[\w.-]{1,80}|UUID=[\w-]{4,40}|LABEL=[\w\\-]{1,60})\s{1,20}(\/\S{0,200}|none|swap)\s{1,20}[\w.]{2,20}\s{1,20}([\w,=.-]{2,200})\s{1,20}\d/.exec(
          line.trim().slice(0, 600),
        )
      if (found === null) return []
      const [, device = '', mount = '', options = ''] = found
      if (device.includes('BEK')) return [row(mount, 'key-volume', line)]
      if (device.startsWith('/dev/mapper/')) return [row(mount, 'mapper-mount', line)]
      const calm = options.split(',').includes('nofail')
      return [row(mount, calm ? 'uuid-mount-with-nofail' : 'uuid-mount-without-nofail', line)]
    }),
  )
}

/**
 * crypttab: what is opened at boot, from which device, and how.
 * https://www.freedesktop.org/software/systemd/man/latest/crypttab.html
 */
export function readCrypttab(lines: Lines): Fragment | null {
  return fragment(
    'crypttab',
    lines.flatMap((line): readonly FragmentRow[] => {
      const [name = '', device = '', key = '', options = '', ...more] = line.trim().slice(0, 1_200).split(/\s+/)
      const isLine =
        more.length === 0 && /^[\w.-]{1,80}$/.test(name) && /^(?:(?:PART)?(?:UUID|LABEL)=|\/dev\/)/.test(device)
      if (!isLine || !/^(?:\/.*|none|-)$/.test(key)) return []
      const words = options.split(',')
      if (!words.includes('luks') && !words.some((word) => word.startsWith('header='))) return []
      const byKey = row(name, key.startsWith('/') ? 'opened-by-key-file' : 'opened-by-passphrase', line)
      return words.includes('nofail') ? [byKey] : [byKey, row(name, 'opening-without-nofail', line)]
    }),
  )
}

/** `cryptsetup status` of one mapping. */
export function readCryptsetupStatus(lines: Lines): Fragment | null {
  return fragment(
    'cryptsetup-status',
    lines.flatMap((line): readonly FragmentRow[] => {
      const found = /^(\/dev\/mapper\/[\w.-]{1,80}) is (active|inactive)/.exec(line.trim())
      if (found === null) return []
      return [row(found[1] ?? '', found[2] === 'active' ? 'crypt-open' : 'crypt-inactive', line)]
    }),
  )
}

/** `cryptsetup luksDump` of one header. */
export function readLuksDump(lines: Lines): Fragment | null {
  const head = lines.findIndex((line) => /^LUKS header information(?: for \/dev\/\S{1,100})?$/.test(line.trim()))
  const first = lines[head]
  if (first === undefined) return null
  const subject = /for (\S{1,100})$/.exec(first.trim())?.[1] ?? 'LUKS'
  const slots = lines.slice(head).filter((line) => /^\s{0,8}(?:Key Slot \d{1,2}: ENABLED|\d{1,2}: luks2)/.test(line))
  const rewriting = lines.slice(head).find((line) => /^\s{1,8}\d{1,2}: reencrypt/.test(line))
  return fragment('luks-dump', [
    row(subject, 'luks', first),
    ...slots.map((line) => row(subject, 'slot-enabled', line)),
    ...(rewriting === undefined ? [] : [row(subject, 'reencrypting', rewriting)]),
  ])
}
