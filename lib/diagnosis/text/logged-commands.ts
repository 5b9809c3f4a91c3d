import { carriedLines } from '@/lib/messages/normalise/carried'
import { heavier, type Copying } from '../steps/work'
import { timeOfLine, type LineTime } from './line-time'

/** A command of a run on a line of a log: the run that began it may still be going on. */
export interface LoggedCommand {
  readonly line: number
  readonly time: LineTime | null
  readonly work: Copying
}

/** The command that copies the OS disk onto itself, also where a person or `ps` shows it. */
const copiesOs = /\bdd if=\S{1,80} of=\/dev\/mapper\/osencrypt\b/
const executes = /\bExecuting\b/
/**
 * A step of OS encryption that begins.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/oscrypto/ubuntu_2004/Ubuntu2004EncryptionStateMachine.py
 */
const enters =
  /\bEntering (?:prereq|selinux|stripdown|unmount_oldroot|split_root_partition|encrypt_block_device|patch_boot_system)(?:_state| state)\b/
/**
 * Commands that only a run executes. On the OS disk, `luksFormat` names the file of its header or the mapping.
 * https://github.com/Azure/azure-linux-extensions/blob/affba5a9/VMEncryption/main/DiskUtil.py
 */
const executed: readonly (readonly [RegExp, RegExp, Copying])[] = [
  [/\bumount /, / \/oldroot\b/, 'os'],
  [/\bluks(?:Format|Open)\b/, /\bos(?:encrypt|luksheader)\b/, 'os'],
  [/\bluksFormat\b/, / \/dev\//, 'data'],
  [/\bmkfs\b/, / \/dev\/mapper\/(?!osencrypt\b)/, 'data'],
  [/\bcryptsetup[ -]reencrypt\b/, / --decrypt\b/, 'decryption'],
  [/\bcryptsetup[ -]reencrypt\b/, /^(?!.* --decrypt\b)/, 'os'],
]
const hasFailed = /\b(?:Command \S|failed|exit(?:ed)?|returned)\b/i
const marks = /of=\/dev\/mapper\/osencrypt|Executing|Entering /

function workOf(line: string): Copying | null {
  if (!marks.test(line) || hasFailed.test(line)) return null
  const copied = copiesOs.test(line) || enters.test(line) ? 'os' : null
  if (!executes.test(line)) return copied
  const works = executed.flatMap(([command, on, work]) => (command.test(line) && on.test(line) ? [work] : []))
  return works.reduce(heavier, copied)
}

/** The commands of runs in a text, in its order; not those that are said to have failed. */
export function commandsIn(text: string): readonly LoggedCommand[] {
  if (!marks.test(text)) return []
  return carriedLines(text).flatMap(({ no, raw }) => {
    const line = raw.slice(0, 2_000)
    const work = workOf(line)
    return work === null ? [] : [{ line: no, time: timeOfLine(line), work }]
  })
}

/** What a stop would harm most of some commands; null without one. */
export const workOfCommands = (commands: readonly LoggedCommand[]): Copying | null =>
  commands.reduce((all: Copying | null, { work }) => heavier(all, work), null)
