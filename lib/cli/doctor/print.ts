import type { Language } from '@/lib/i18n/languages'
import { doctorWords } from '@/lib/i18n/setup/load'
import { fill } from '@/lib/i18n/setup/fill'
import type { DoctorLine } from '@/lib/setup/doctor/codes'

const marks = { ok: '✓', wrong: '✗', unchecked: '–' } as const

/** One check in words: its subject, and for a fault its cause and the next step. */
function inWords(line: DoctorLine, language: Language): string {
  const words = doctorWords(language)
  const title = `${marks[line.outcome]} ${words.checks[line.check]}`
  switch (line.outcome) {
    case 'ok':
      return title
    case 'unchecked':
      return `${title}: ${words.notChecked} – ${fill(words.unchecked[line.why], line.seen)}`
    case 'wrong': {
      const { seen, cause, next } = words.findings[line.code]
      return [
        `${title} [${line.code}]`,
        `    ${words.seen}: ${fill(seen, line.seen)}`,
        `    ${words.cause}: ${fill(cause, line.seen)}`,
        `    ${words.next}: ${fill(next, line.seen)}`,
      ].join('\n')
    }
  }
}

const count = (lines: readonly DoctorLine[], outcome: DoctorLine['outcome']): number =>
  lines.filter((line) => line.outcome === outcome).length

/** The whole answer as text. */
export function doctorText(address: string, lines: readonly DoctorLine[], language: Language): string {
  const { summary } = doctorWords(language)
  const numbers = {
    address,
    wrong: String(count(lines, 'wrong')),
    ok: String(count(lines, 'ok')),
    unchecked: String(count(lines, 'unchecked')),
  }
  return `${lines.map((line) => inWords(line, language)).join('\n')}\n\n${fill(summary, numbers)}\n`
}

/** The same for programs: codes and evidence, no words. */
export function doctorJson(address: string, lines: readonly DoctorLine[]): string {
  return `${JSON.stringify({ address, wrong: count(lines, 'wrong'), checks: lines }, null, 2)}\n`
}
