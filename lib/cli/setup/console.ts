import type { Language } from '@/lib/i18n/languages'
import { fill } from '@/lib/i18n/setup/fill'
import { setupWords } from '@/lib/i18n/setup/load'
import type { SetupWords } from '@/lib/i18n/setup/types'
import type { Az } from '../azure/az'
import type { Patience } from '../azure/patience'

export interface SetupIo {
  readonly print: (text: string) => void
  readonly complain: (text: string) => void
  readonly az: Az
  /** Prompts the operator; null without a terminal. Answers null where the input has ended. */
  readonly ask: ((question: string) => Promise<string | null>) | null
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

/** The dialogue of a run: its words, and the operator's consent. */
export interface Console {
  readonly words: SetupWords
  readonly say: (text: string, values?: Readonly<Record<string, string>>) => void
  /** Whether to make the change that was just shown. */
  readonly agreed: () => Promise<boolean>
  readonly dryRun: boolean
  readonly now: () => number
  /** How to wait for the directory, with progress that names the object. */
  readonly patience: (what: string) => Patience
}

/** `all` agrees to the rest of the run. */
const consents = {
  yes: ['y', 'yes', 'はい'],
  no: ['n', 'no', 'いいえ'],
  all: ['a', 'all', 'すべて'],
} as const
type Consent = keyof typeof consents

function consentOf(answer: string): Consent | null {
  const word = answer.toLowerCase()
  const found = (['yes', 'no', 'all'] as const).find((each) => consents[each].some((one) => one === word))
  return found ?? null
}

/**
 * Prompts until the answer is understood. One that is not is named, and never taken as consent.
 * @param wrong the sentence about an answer that `read` does not understand
 * @returns null without a terminal, and where the input has ended
 */
export async function answerTo<T>(
  io: Pick<SetupIo, 'ask' | 'print'>,
  question: string,
  wrong: (answer: string) => string,
  read: (answer: string) => T | null,
): Promise<T | null> {
  for (;;) {
    const answer = (await io.ask?.(`${question} `))?.trim()
    if (answer === undefined) return null
    const understood = read(answer)
    if (understood !== null) return understood
    io.print(`${wrong(answer)}\n`)
  }
}

export function openConsole(
  io: SetupIo,
  options: { readonly yes: boolean; readonly dryRun: boolean; readonly language: Language },
): Console {
  const words = setupWords(options.language)
  let everything = options.yes
  const say: Console['say'] = (text, values = {}) => io.print(`${fill(text, values)}\n`)
  return {
    words,
    say,
    now: io.now,
    patience: (what) => ({
      now: io.now,
      wait: io.wait,
      waiting: (seconds) => say(`  ${words.waiting}`, { what, seconds: String(seconds) }),
    }),
    agreed: async () => {
      if (options.dryRun) return true
      if (everything) return true
      const wrong = (answer: string): string => fill(words.notAChoice, { answer, choices: 'y, n, a' })
      const consent = await answerTo(io, words.agree, wrong, consentOf)
      everything = consent === 'all'
      return everything || consent === 'yes'
    },
    dryRun: options.dryRun,
  }
}

/** An argument as bash reads it. */
function quoted(argument: string): string {
  return /^[\w@%+=:,./-]+$/.test(argument) ? argument : `'${argument.replaceAll(`'`, `'\\''`)}'`
}

/** A command as an operator could type it. */
export function commandLine(args: readonly string[]): string {
  return `az ${args.map(quoted).join(' ')}`
}
