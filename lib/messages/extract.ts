import { machineStates, type MachineState } from './entry'
import type { CatalogueId } from './ids'
import { telltaleTraceLine } from './trace'

/** Values that a text contains; `null` for each missing one. All texts are as Azure gave them. */
export interface Extracted {
  /** Volume `index` of `count`; `count` may occur alone. */
  readonly index: number | null
  readonly count: number | null
  readonly device: string | null
  readonly fileSystem: string | null
  readonly mountPoint: string | null
  /** Number of the attempt to unmount the old root, 1 to 10. */
  readonly attempt: number | null
  /** Step of OS encryption at which it failed. */
  readonly machineState: MachineState | null
  /** Number at the end of a status code such as `ProvisioningState/failed/19`. */
  readonly statusCode: number | null
  /** Return code of a command or of the handler. */
  readonly exitCode: number | null
  /** Error number of the operating system or the host as the text writes it: `Errno 28`, `0xc1425072`, `2150695006`. */
  readonly systemError: string | null
  /** Time left as cryptsetup writes it, for example `00:21`. */
  readonly timeLeft: string | null
  /** Version that the Windows extension writes before its text. */
  readonly version: string | null
  /** The line of a stack trace that names the fault. */
  readonly traceLine: string | null
  /** The extension's message, where ARM quotes it; a complete status message. */
  readonly quoted: string | null
}

const headWindow = 2_000

/** Reads the values that a text contains. Linear in the text; never throws. */
export function extract(text: string): Extracted {
  const head = text.slice(0, headWindow)
  const item =
    /Encryption failed for name:(\S{1,128})[^\n]{0,200}? fstype:(\S{0,32}) mountpoint:([^\n]{0,200}?) label:/.exec(head)
  const traceLine = telltaleTraceLine(text)
  return {
    ...counters(head),
    device: item?.[1] ?? device(head),
    fileSystem: textOrNull(item?.[2] ?? group(/ file_system:(\S{1,32})/, head)),
    mountPoint: textOrNull(item?.[3] ?? mountPoint(head)),
    attempt: numberOrNull(group(/Attempt #(\d{1,4}) to unmount /, head)),
    machineState: machineState(text),
    statusCode: numberOrNull(
      group(/^(?:ProvisioningState|ComponentStatus\/[^/]{1,200})\/\w{1,40}\/(\d{1,10})$/i, head),
    ),
    exitCode: numberOrNull(group(/(?:return|exit|with) code:? (-?\d{1,10})/, head)),
    systemError: systemError(head),
    timeLeft: group(/^Background encrypting [^\n]{1,600}?ETA\s{1,4}([0-9:hms]{1,20})/, head),
    version: group(/^\[(\d{1,9}(?:\.\d{1,9}){3})\]/, head),
    traceLine: traceLine === null ? null : text.slice(traceLine.start, traceLine.end),
    quoted: quoted(text),
  }
}

const percentForms: Partial<Record<CatalogueId, RegExp>> = {
  'linux-data-percent': /: (\d{1,3})%$/,
  'linux-data-resume-percent': /: (\d{1,3})%$/,
  'linux-decrypting-percent': /: (\d{1,3})%$/,
  'linux-online-os-progress': /(?:^|[^\d.,-])(\d{1,3}(?:[.,]\d{1,9})?)%/,
}

/** The percentage in a text of this kind, 0 to 100; `null` without one and for a number outside that range. */
export function percentOf(id: CatalogueId, text: string): number | null {
  const form = percentForms[id]
  const figure = form === undefined ? null : group(form, text.slice(0, headWindow))
  if (figure === null) return null
  const percent = Number(figure.replace(',', '.'))
  return percent >= 0 && percent <= 100 ? percent : null
}

function counters(head: string): { index: number | null; count: number | null } {
  const both = /^(?:Encrypting|Decrypting) data volume (\d{1,6})\/(\d{1,6}):/.exec(head)
  if (both === null) {
    const alone =
      /^(?:Encrypting|Encrypting and formatting|Decrypting|Background Encrypting) (\d{1,6}) (?:data )?volume/
    return { index: null, count: numberOrNull(group(alone, head)) }
  }
  const [index, count] = [Number(both[1]), Number(both[2])]
  return index >= 1 && index <= count ? { index, count } : { index: null, count: null }
}

function device(head: string): string | null {
  return (
    group(/^Background encrypting (\S{1,256}) - /, head) ??
    group(/^Background encryption finished for (\S{1,256})$/, head) ??
    group(/^Decryption failed for name: ?(\S{1,128})/, head) ??
    group(/Block device (\S{1,200}) did not appear in /, head) ??
    group(/ device: \{0\}', '(\S{1,128})'\)/, head) ??
    group(/Command dd if=(\S{1,128}) of=/, head) ??
    group(/data disks are not encrypted: ?(\/dev\/[^\s,;]{1,128})$/, head)
  )
}

function mountPoint(head: string): string | null {
  return (
    group(/ mount_point:(\S{1,200})/, head) ??
    group(/^error occured when do the umount for: ?(\S{1,200}) with code:/, head)
  )
}

const quotations = [
  { opening: 'Error message: "', closing: '"' },
  { opening: "with error message: '", closing: "'" },
] as const

/** From the first opening mark to the last closing one, because the quoted text may contain such marks. */
function quoted(text: string): string | null {
  for (const { opening, closing } of quotations) {
    const at = text.indexOf(opening)
    const from = at + opening.length
    const to = text.lastIndexOf(closing)
    if (at >= 0 && to > from) return text.slice(from, to)
  }
  return null
}

function systemError(head: string): string | null {
  return (
    group(/\[(Errno \d{1,5})\]/, head) ??
    group(/\b(0x[0-9a-f]{8})\b/i, head) ??
    group(/ProtectKeyWithExternalKey failed with (\d{1,10})/, head)
  )
}

/** The steps that failures in a text name, in its order, whatever stands behind their names. */
export function failedStates(text: string): readonly MachineState[] {
  return [...text.matchAll(/, machine state: (\w{1,64})/g)].flatMap(([, word]) =>
    machineStates.filter((state) => state === word),
  )
}

function machineState(text: string): MachineState | null {
  const word = failedStates(text).at(-1) ?? group(/MACHINE STATE: (\w{1,64})/, text)
  return machineStates.find((state) => state === (word ?? stepInTrace(text))) ?? null
}

/** A truncated trace still names the step that it was entering. */
function stepInTrace(text: string): string | null {
  const at = text.lastIndexOf('self.enter_')
  return at < 0 ? null : group(/^self\.enter_(\w{1,64}?)(?:\(|$)/, text.slice(at, at + 100))
}

function group(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[1] ?? null
}

function textOrNull(text: string | null): string | null {
  return text === null || text === '' || text === 'None' ? null : text
}

function numberOrNull(digits: string | null): number | null {
  return digits === null ? null : Number(digits)
}
