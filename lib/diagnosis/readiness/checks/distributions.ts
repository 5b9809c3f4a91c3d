/** A Linux system by name and version, from any source. */
export interface Distribution {
  readonly name: string
  readonly version: string
}

/** Volumes that can be encrypted. */
export type Coverage = 'os-and-data' | 'data' | 'none'

/** The documented support of a system. */
export interface SystemSupport {
  /** What Microsoft's table lists. */
  readonly listed: Coverage
  /** What the extension accepts beyond the table, on systems that are newer than the table or still maintained. */
  readonly tolerated: Coverage
}

const all: SystemSupport = { listed: 'os-and-data', tolerated: 'os-and-data' }
const dataOnly: SystemSupport = { listed: 'data', tolerated: 'data' }
const nothing: SystemSupport = { listed: 'none', tolerated: 'none' }
const beyondTable: SystemSupport = { listed: 'none', tolerated: 'os-and-data' }
const dataBeyondTable: SystemSupport = { listed: 'none', tolerated: 'data' }

/** NaN where the version has no such part. */
const minorOf = (version: string): number => Number(/^\d+\.(\d+)/.exec(version)?.[1])
const majorOf = (version: string): number => Number(/^\d+/.exec(version)?.[0])
const isBetween = (value: number, least: number, most: number): boolean => value >= least && value <= most

function ubuntu(version: string): SystemSupport {
  if (/^(?:18|20|22|24)\.04(?!\d)/.test(version)) return all
  return majorOf(version) >= 24 ? dataBeyondTable : nothing
}

function redHat(version: string): SystemSupport {
  const minor = minorOf(version)
  switch (majorOf(version)) {
    case 6:
      return isBetween(minor, 7, 8) ? dataOnly : nothing
    case 7:
      // `7-LVM` names no minor version.
      return Number.isNaN(minor) || isBetween(minor, 4, 9) ? all : nothing
    case 8:
      return Number.isNaN(minor) || isBetween(minor, 1, 9) ? all : beyondTable
    case 9:
      return Number.isNaN(minor) || [0, 2, 3, 4].includes(minor) ? all : beyondTable
    default:
      return majorOf(version) > 9 ? dataBeyondTable : nothing
  }
}

function centOs(version: string): SystemSupport {
  const minor = minorOf(version)
  switch (majorOf(version)) {
    case 6:
      return minor === 8 ? dataOnly : nothing
    case 7:
      return Number.isNaN(minor) || isBetween(minor, 4, 9) ? all : nothing
    case 8:
      return Number.isNaN(minor) || isBetween(minor, 2, 4) ? all : nothing
    default:
      return nothing
  }
}

function oracle(version: string): SystemSupport {
  if (majorOf(version) !== 8) return majorOf(version) > 8 ? dataBeyondTable : nothing
  const minor = minorOf(version)
  return isBetween(minor, 5, 6) ? all : minor > 6 ? beyondTable : nothing
}

function suse(version: string): SystemSupport {
  if (/^12[.-](?:sp)?[34]/i.test(version)) return dataOnly
  return majorOf(version) >= 15 ? dataBeyondTable : nothing
}

const rules = new Map<string, (version: string) => SystemSupport>([
  ['ubuntu', ubuntu],
  ['rhel', redHat],
  ['centos', centOs],
  ['oracle', oracle],
  ['sles', suse],
  ['opensuse', (version) => (version.startsWith('42.3') ? dataOnly : nothing)],
  ['mariner', (version) => (majorOf(version) === 2 ? all : nothing)],
  ['azurelinux', (version) => (majorOf(version) === 3 ? beyondTable : nothing)],
  ['debian', (version) => (majorOf(version) >= 11 ? dataBeyondTable : nothing)],
])

/** The names that systems report for themselves, mapped to ours. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/ubuntu/i, 'ubuntu'],
  [/red ?hat|rhel/i, 'rhel'],
  [/centos/i, 'centos'],
  [/oracle|^ol$/i, 'oracle'],
  [/opensuse/i, 'opensuse'],
  [/suse|sles/i, 'sles'],
  [/mariner/i, 'mariner'],
  [/azure ?linux/i, 'azurelinux'],
  [/debian/i, 'debian'],
]

/** One of the names above, or the text itself in lower case. */
export function systemName(text: string): string {
  return aliases.find(([pattern]) => pattern.test(text))?.[1] ?? text.toLowerCase()
}

/**
 * The support of a Linux system. Source:
 * https://learn.microsoft.com/azure/virtual-machines/linux/disk-encryption-overview#supported-operating-systems and,
 * for what the extension accepts,
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/SupportedOS.json
 */
export function supportOf({ name, version }: Distribution): SystemSupport {
  return rules.get(name)?.(version) ?? nothing
}

/** Whether the support covers the requested volumes. */
export function covers(coverage: Coverage, wanted: 'os' | 'data' | 'all'): boolean {
  return coverage === 'os-and-data' || (coverage === 'data' && wanted === 'data')
}
