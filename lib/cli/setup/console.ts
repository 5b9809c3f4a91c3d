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
  /** Prompts the operator; null without a terminal. */
  readonly ask: ((question: string) => Promise<string>) | null
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
const yeses = ['y', 'yes', 'はい']
const alls = ['a', 'all', 'すべて']

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
      const answer = (await io.ask?.(`${words.agree} `))?.trim().toLowerCase() ?? ''
      everything = alls.includes(answer)
      return everything || yeses.includes(answer)
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
