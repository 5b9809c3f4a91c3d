/** What is redacted from a text before it is published. */
export const secretKinds = [
  'vault-url',
  'url',
  'resource-id',
  'credential',
  'key-like',
  'guid',
  'ip-address',
  'mac-address',
  'e-mail',
  'user',
  'host',
  'path',
  'name',
] as const
export type SecretKind = (typeof secretKinds)[number]

/**
 * One form of a secret. A context that identifies the secret but stays is matched by look-around only, so that it can
 * be the secret of another form. Repetitions are bounded or run over one character class that nothing before them
 * shares, so that each costs time linear in the text.
 */
export interface SecretRule {
  readonly kind: SecretKind
  readonly pattern: RegExp
  /** A more precise kind for some finds. */
  readonly nearer?: (found: string) => SecretKind | null
  /** Leaves a find unredacted. */
  readonly keep?: (found: string, before: string) => boolean
}

const slash = '(?:\\\\{0,2}\\/)'
const rest = '[^\\s"\'<>`]'

/** Addresses of Microsoft's public documentation, which messages contain and which identify no customer. */
const helpLink = /^https?:\/\/aka\.ms\/[\w-]{1,60}[.,:;)]{0,3}$/i
const vaultUrl = /\.vault\.|\.managedhsm\.|\/secrets\\?\//i
/** WireServer and metadata service: the same on every VM. */
const platformAddresses = ['168.63.129.16', '169.254.169.254']
const extensionVersion = /(?:AzureDiskEncryption(?:ForLinux)?|WALinuxAgent)-$/

function isNoAddress(found: string, before: string): boolean {
  const octets = found.split('.')
  return (
    platformAddresses.includes(found) || extensionVersion.test(before) || octets.some((octet) => Number(octet) > 255)
  )
}

const generalDomains =
  'com|net|org|edu|gov|mil|int|info|biz|dev|app|cloud|local|localdomain|internal|intranet|corp|lan|home|private|domain|test|example'
/** One name and a file ending that is also a country code. */
const fileName = /^[^.:/]{1,2000}\.(?:py|sh|so|md|pl|rs|ps|cs|js|ts|gz|xz|bz|in|am|pm|vb|cc|mo|la|ml|io|id)(?:[:/]|$)/i
const host = new RegExp(
  `(?<![a-z0-9_.-])\\.{0,5}(?:[a-z0-9_-]{1,63}\\.){1,127}(?:${generalDomains}|[a-z]{2})(?![a-z0-9_-]|\\.[a-z0-9])(?:[:/]${rest}{0,2000})?`,
  'gi',
)

function isFileName(found: string): boolean {
  return helpLink.test(`https://${found}`) || fileName.test(found)
}

const quote = '["\'\u2018\u2019\u201c\u201d]'
const namedWords =
  'virtual machine|vm|key ?vault|vault|disk|resource ?group|scale ?set|host ?name|host|computer|server|machine|node|user ?name|user|account|login|principal|subscription|tenant|secret|key|certificate'
const credentialWords =
  'pass ?word|passwd|pwd|pass ?phrase|secret|token|api[-_ ]?key|account[-_ ]?key|access[-_ ]?key|client[-_ ]?secret|signature|authorization|bearer|credential|cookie'

/** PowerShell puts the name of the cmdlet that failed before its error. */
const cmdletName = /\b[A-Z][a-z]{2,12}-Az[A-Za-z]{1,24} {0,2}: {0,2}$/

/** A code of ARM that ends in Failed, before its sentence. */
const failureCode = /[a-z]Failed: {0,2}$/

const volumeName = '\\b(?:label|partlabel|vg|lv|volume ?group|logical ?volume)(?:[_ ]?name)?(?:\\s{0,4}=\\s{0,4}|:)'

/** Every form, in no particular order: overlapping finds are redacted together. */
export const secretRules: readonly SecretRule[] = [
  { kind: 'vault-url', pattern: new RegExp(`${slash}(?:secrets|keys|certificates)${slash}${rest}+`, 'gi') },
  {
    kind: 'url',
    pattern: new RegExp(`[a-z][a-z0-9+.-]{1,20}:${slash}{2}${rest}+`, 'gi'),
    nearer: (found) => (vaultUrl.test(found) ? 'vault-url' : null),
    keep: (found) => helpLink.test(found),
  },
  { kind: 'url', pattern: new RegExp(`https?%3a%2f%2f${rest}+`, 'gi') },
  {
    kind: 'resource-id',
    pattern: new RegExp(
      `${slash}(?:subscriptions|resourceGroups|providers|tenants|managementGroups|virtualMachines|disks|vaults)${slash}${rest}+`,
      'gi',
    ),
  },
  { kind: 'credential', pattern: new RegExp(`(?<=sig(?:=|%3d))${rest}+`, 'gi') },
  {
    kind: 'credential',
    pattern: new RegExp(
      `(?<=(?:${credentialWords})[a-z]{0,20}${quote}?\\s{0,4}[=:]\\s{0,4}${quote}?)[^\\s"'<>,;&]+`,
      'gi',
    ),
    keep: (found, before) => cmdletName.test(before) || (found === 'Error' && failureCode.test(before)),
  },
  // An option of a command.
  {
    kind: 'credential',
    pattern: new RegExp(`(?<=\\s--?[\\w-]{0,40}(?:${credentialWords})\\s{1,4}${quote}?)(?!-)[^\\s"'<>,;&]+`, 'gi'),
  },
  // A recovery password of BitLocker: eight groups of six digits.
  { kind: 'credential', pattern: /(?<!\d)\d{6}(?:-\d{6}){7}(?!\d)/g },
  { kind: 'credential', pattern: /(?<=\bbearer )[^\s"'<>,;&]+/gi },
  { kind: 'credential', pattern: /eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*){0,4}/g },
  { kind: 'guid', pattern: /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi },
  { kind: 'ip-address', pattern: /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)/g, keep: isNoAddress },
  { kind: 'ip-address', pattern: /(?<![0-9a-z_:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?:%\w{1,20})?/gi },
  {
    kind: 'ip-address',
    pattern:
      /(?<![0-9a-z_:])(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6})?(?![0-9a-z_:])(?:%\w{1,20})?/gi,
    keep: (found) => found === '::',
  },
  { kind: 'mac-address', pattern: /(?<![0-9a-z])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![0-9a-z])/gi },
  { kind: 'e-mail', pattern: /[^\s@"'<>()[\]{},;:|=/\\`]{1,128}@[^\s@"'<>()[\]{},;:|=/\\`]{1,255}/g },
  { kind: 'user', pattern: new RegExp(`(?<=${slash}(?:home|Users)${slash})[^\\s"'<>\`/\\\\:;,]+`, 'gi') },
  { kind: 'user', pattern: /(?<=\\{1,4}(?:users|documents and settings)\\{1,4})[^\s"'<>`/\\:;,]+/gi },
  { kind: 'user', pattern: /(?<=\b(?:user|account|login|logon|owner)(?: ?name)?\s{0,4}[=:]\s{0,4})[^\s"'<>,;]+/gi },
  { kind: 'host', pattern: host, keep: isFileName },
  { kind: 'host', pattern: /(?<=(?<![\\\w:])\\{2,4})[a-z0-9._$-]{1,255}\\[^\s"'<>`]*/gi },
  { kind: 'host', pattern: /(?<=\b(?:host|computer|server|machine|node)(?: ?name)?\s{0,4}[=:]\s{0,4})[^\s"'<>,;]+/gi },
  { kind: 'host', pattern: /(?<=^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d )\S+/gm },
  {
    kind: 'name',
    pattern: new RegExp(
      `(?<=\\b(?:${namedWords})(?:\\s{1,4}|${quote}?\\s{0,4}[=:]\\s{0,4})${quote})[^"'\\n\u2018\u2019\u201c\u201d]{1,300}(?=${quote})`,
      'gi',
    ),
  },
  // Labels, volume groups and logical volumes.
  { kind: 'name', pattern: new RegExp(`(?<=${volumeName})[^\\s"'<>,;]{1,300}`, 'gi') },
  { kind: 'name', pattern: new RegExp(`(?<=${volumeName}["'])[^"'\\n]{1,300}(?=["'])`, 'gi') },
  { kind: 'name', pattern: /(?<=\bVM )[^\s"'<>]{1,80}(?='s (?:subscription|region) )/g },
]
