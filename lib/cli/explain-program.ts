import { reportOfPaste } from '@/lib/diagnosis/report'
import type { Language } from '@/lib/i18n/languages'
import { parseArguments, usage } from './explain-arguments'
import { readLines, readText, type Bytes } from './explain-input'
import { answerForPeople } from './explain-as-text'
import { answer, errorOutput, toJson } from './explain-output'

/** The program's input and output. */
export interface ProgramIo {
  readonly open: (file: string) => Bytes
  readonly print: (text: string) => Promise<void>
  readonly complain: (text: string) => Promise<void>
}

/** A truncated file and a missing one have the same result; an error of our own is not hidden behind it. */
function isFileError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error
}

async function explainOne(input: Bytes, print: ProgramIo['print']): Promise<boolean> {
  const text = await readText(input)
  const { output, failed } = text === null ? { output: errorOutput('too-large'), failed: true } : answer(text)
  await print(`${toJson(output, 2)}\n`)
  return failed
}

/** An unreadable text gets the usual answer, so that a script sees the reason. */
async function reportOne(input: Bytes, print: ProgramIo['print']): Promise<boolean> {
  const text = await readText(input)
  const report = text === null ? null : reportOfPaste(text)
  if (report?.ok === true) {
    await print(report.value)
    return false
  }
  await print(`${toJson(errorOutput(report === null ? 'too-large' : report.failure.code), 2)}\n`)
  return true
}

async function explainOneAsText(input: Bytes, print: ProgramIo['print'], language: Language): Promise<boolean> {
  const text = await readText(input)
  if (text === null) {
    await print(`${errorOutput('too-large').error.message}\n`)
    return true
  }
  const { output, failed } = await answerForPeople(text, language)
  await print(output)
  return failed
}

/** One answer per line, in order. Empty lines at the end do not count as lines. */
async function explainLines(input: Bytes, print: ProgramIo['print']): Promise<boolean> {
  let anyFailed = false
  let empty = 0
  for await (const line of readLines(input)) {
    if (line?.trim() === '') {
      empty += 1
      continue
    }
    for (; empty > 0; empty -= 1) {
      anyFailed = true
      await print(`${toJson(errorOutput('empty'), 0)}\n`)
    }
    const { output, failed } = line === null ? { output: errorOutput('too-large'), failed: true } : answer(line)
    anyFailed ||= failed
    await print(`${toJson(output, 0)}\n`)
  }
  return anyFailed
}

/** Runs `explain` and returns its exit code: 0 all read, 1 some text could not be read, 2 wrong arguments. */
export async function runExplain(args: readonly string[], io: ProgramIo): Promise<0 | 1 | 2> {
  const parsed = parseArguments(args)
  if (parsed.kind === 'help') {
    await io.print(usage)
    return 0
  }
  if (parsed.kind === 'usage') {
    await io.complain(usage)
    return 2
  }
  const { file, lines, report, text } = parsed.arguments
  try {
    if (text !== undefined) return (await explainOneAsText(io.open(file), io.print, text)) ? 1 : 0
    const read = report ? reportOne : lines ? explainLines : explainOne
    return (await read(io.open(file), io.print)) ? 1 : 0
  } catch (error) {
    if (!isFileError(error)) throw error
    await io.print(`${toJson(errorOutput('file-unreadable'), lines ? 0 : 2)}\n`)
    return 1
  }
}
