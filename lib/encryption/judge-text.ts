import { sameText } from '@/lib/shared/text'
import type { ToolStatusText } from '@/lib/facts/paste/tool-status'
import { matchStatusMessage } from '@/lib/messages/match'
import { reportValues } from './evidence-report'
import type { EvidenceCell, EvidenceRow } from './evidence-types'
import { statusNotAvailable } from './other-tools/powershell-report'
import { readWord } from './report'
import { stateOfData, stateOfVm } from './roll-up'
import type { Flag, Pass, Progress, ReportedWord, TextVerdict, VolumeState, VolumeVerdict } from './types'

/** A word is the report's, except that `Encrypted` without the raw sub-status and the stamp is never proof. */
const stateOfWord: Readonly<Record<ReportedWord, VolumeState>> = {
  Encrypted: 'encrypted-unverified',
  NotEncrypted: 'not-encrypted',
  EncryptionInProgress: 'encrypting',
  DecryptionInProgress: 'decrypting',
  VMRestartPending: 'restart-pending',
  NotMounted: 'not-mounted',
}

function volumeOf(role: 'os' | 'data', word: ReportedWord | null): VolumeVerdict {
  const name = role === 'os' ? 'OsVolume' : 'DataVolumes'
  return { name, role, lun: null, stamp: 'absent', state: word === null ? 'unknown' : stateOfWord[word] }
}

const noExtension = /^No Encryption extension or metada(?:ta)? found on the VM$/
/** The sentence that the cmdlet builds from its two words. */
const bothVolumes = /^OsVolume: (\w+), DataVolumes: (\w+)$/

/**
 * The text names no pass. Its message does in these cases, a secret's address is a dual-pass message, and the cmdlet
 * prints `NoDiskFound` for single pass only. Settings and any other message occur with either pass.
 */
function passOf({ tool, os, data, message }: ToolStatusText, progress: Progress): Pass | null {
  const text = message ?? ''
  const sentence = bothVolumes.exec(text)
  if (tool === 'az-dual-pass' || progress.messageKind === 'dual-secret-url') return 'dual'
  if (noExtension.test(text)) return 'none'
  if ([os, data, sentence?.[1], sentence?.[2]].some((word) => sameText(word, 'NoDiskFound'))) return 'single'
  return sentence === null ? null : 'dual'
}

function progressIn(message: string, osType: ToolStatusText['osType']): Progress {
  const signs = { message, displayStatus: null, level: null, code: null, osType, pass: null }
  const { kind, phase, percent } = matchStatusMessage(signs)
  return { message, messageKind: kind, phase, percent }
}

/** More words than a console breaks; every blank is tried. */
const brokenLimit = 300

/** A console can break a line inside a word, where a blank was read. */
function unbroken(message: string, osType: ToolStatusText['osType']): Progress | null {
  if (message.length > brokenLimit) return null
  const blanks = [...message.matchAll(/(?<=[A-Za-z]) (?=[a-z])/g)].map(({ index }) => index)
  const found = blanks
    .map((at) => progressIn(message.slice(0, at) + message.slice(at + 1), osType))
    .find(({ messageKind }) => messageKind !== 'unrecognised')
  return found ?? null
}

function progressOf({ message, osType }: ToolStatusText): Progress {
  if (message === null) return { message, messageKind: null, phase: null, percent: null }
  const progress = progressIn(message, osType)
  return (progress.messageKind === 'unrecognised' ? unbroken(message, osType) : null) ?? progress
}

/** Known words of the tool that are not words of the report. */
function isStrange(text: string | null, word: ReportedWord | null): boolean {
  return text !== null && word === null && !['Unknown', 'NoDiskFound'].some((known) => sameText(known, text))
}

function flagsOf(text: ToolStatusText, words: Words, progress: Progress): readonly Flag[] {
  const flags: Flag[] = []
  if (isStrange(text.os, words.os) || isStrange(text.data, words.data)) {
    flags.push({ code: 'unreadable-report', reason: 'substatus-word-unknown' })
  }
  if (progress.messageKind === 'unrecognised') {
    flags.push({ code: 'unrecognised-message', reason: 'message-not-in-catalogue' })
  }
  if (words.data === 'NotMounted') flags.push({ code: 'data-not-mounted', reason: 'data-disks-not-mounted' })
  if (text.message === statusNotAvailable) flags.push({ code: 'runtime-not-read', reason: 'extension-status-missing' })
  return flags
}

interface Words {
  readonly os: ReportedWord | null
  readonly data: ReportedWord | null
}

const modes = { none: 'None', single: 'SinglePass', dual: 'DualPass' } as const
const azOutcomes = { none: 'nothing', single: 'printed', dual: 'error' } as const

/** PowerShell's own text is its view; azure-cli's result follows from the pass alone, where the text shows it. */
function otherToolsOf(text: ToolStatusText, pass: Pass | null): TextVerdict['otherTools'] {
  const azCli = { outcome: pass === null ? null : azOutcomes[pass] }
  if (text.tool !== 'powershell') return { powershell: null, azCli }
  const powershell = {
    mode: pass === null ? null : modes[pass],
    OsVolumeEncrypted: text.os ?? '',
    DataVolumesEncrypted: text.data ?? '',
    OsVolumeEncryptionSettings: text.settings,
    ProgressMessage: text.message ?? '',
  }
  return { powershell, azCli }
}

const nothingBeside = { encryptionAtHost: false, confidentialOsDisk: false } as const

function wordsOf(text: ToolStatusText): Words {
  return { os: readWord(text.os, 'os'), data: readWord(text.data, 'data') }
}

/**
 * The verdict on another tool's words. Without stamps and the raw sub-status `Encrypted` is at most
 * `encrypted-unverified`; `NoDiskFound` means no data disks, everything that is no word of the report is `unknown`.
 * @returns `pass`, and the numbers of data disks, are null where the text does not show them
 */
export function judgeText(text: ToolStatusText): TextVerdict {
  const words = wordsOf(text)
  const os = volumeOf('os', words.os)
  const volumes = sameText(text.data, 'NoDiskFound') ? [os] : [os, volumeOf('data', words.data)]
  const progress = progressOf(text)
  const pass = passOf(text, progress)
  // The text lists no disks, so their number is unknown. Only `NoDiskFound` states it: zero.
  const counts = volumes.length === 1 ? { stamped: 0, total: 0 } : { stamped: null, total: null }
  return {
    pass,
    state: stateOfVm(words.data === 'NotMounted' ? [os] : volumes, nothingBeside),
    os: { state: os.state, stamp: os.stamp, reported: words.os },
    data: { state: stateOfData(volumes), reported: words.data, ...counts },
    volumes,
    progress,
    flags: flagsOf(text, words, progress),
    otherTools: otherToolsOf(text, pass),
  }
}

function reportCell(raw: string | null, word: ReportedWord | null): EvidenceCell {
  if (word !== null) return { value: reportValues[word], raw, mark: 'decides', count: null }
  return { value: raw === null ? 'report-none' : 'report-unreadable', raw, mark: 'nothing', count: null }
}

/** The evidence in such a text: the report's words and nothing else. */
export function evidenceOfText(text: ToolStatusText, verdict: TextVerdict): readonly EvidenceRow[] {
  const words = wordsOf(text)
  const row = (kind: EvidenceRow['kind'], value: EvidenceCell['value']): EvidenceRow => {
    const cell: EvidenceCell = { value, raw: null, mark: 'nothing', count: null }
    return { kind, source: 'none', os: cell, data: verdict.data.total === 0 ? null : cell }
  }
  const data = verdict.data.total === 0 ? null : reportCell(text.data, words.data)
  return [
    row('request', 'not-read'),
    row('stamp', 'not-read'),
    { kind: 'report', source: 'none', os: reportCell(text.os, words.os), data },
    row('guest', 'not-attested'),
  ]
}
