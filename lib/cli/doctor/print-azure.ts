import { fill } from '@/lib/i18n/setup/fill'
import { azureCheckWords } from '@/lib/i18n/setup/load'
import type { Language } from '@/lib/i18n/languages'
import type { CallResult } from '@/lib/setup/azure/compare'

export interface AzureAbout {
  readonly cloud: string
  readonly version: string
}

const marks = { same: '✓', different: '✗', denied: '–', 'not-made': '–', 'no-rows': '–' } as const

function inWords(result: CallResult, language: Language): string {
  const words = azureCheckWords(language)
  const title = `${marks[result.outcome]} ${result.call}`
  if (result.outcome === 'same') return title
  if (result.outcome === 'denied') return `${title}: ${words.outcomes.denied} (${result.found})`
  if (result.outcome !== 'different') return `${title}: ${words.outcomes[result.outcome]}`
  const lines = result.differences.map(({ code, effect, field, expected, found }) => {
    const seen = fill(words.differences[code], { field, expected, found })
    return `    ${seen}\n    ${words.effect}: ${words.effects[effect]}`
  })
  return [title, ...lines].join('\n')
}

/** The comparison for people: a line for each call, and below it what differs and what that would do. */
export function azureText(about: AzureAbout, results: readonly CallResult[], language: Language): string {
  const { summary } = azureCheckWords(language)
  const count = (outcome: CallResult['outcome']): string =>
    String(results.filter((each) => each.outcome === outcome).length)
  const compared = Number(count('same')) + Number(count('different'))
  const numbers = {
    ...about,
    same: count('same'),
    different: count('different'),
    open: String(results.length - compared),
  }
  return `${results.map((result) => inWords(result, language)).join('\n')}\n\n${fill(summary, numbers)}\n`
}

/** The same for programs and for an issue: codes, names of fields and kinds. No name, id or address of anyone. */
export function azureJson(about: AzureAbout, results: readonly CallResult[]): string {
  const different = results.filter(({ outcome }) => outcome === 'different').length
  return `${JSON.stringify({ ...about, different, calls: results }, null, 2)}\n`
}
