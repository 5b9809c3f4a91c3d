import { fill } from '@/lib/i18n/setup/fill'
import { azureCheckWords } from '@/lib/i18n/setup/load'
import type { Language } from '@/lib/i18n/languages'
import { hasAsked } from '@/lib/setup/azure/check'
import type { CallResult } from '@/lib/setup/azure/compare'
import { isAzureCode } from '@/lib/setup/azure/redact-words'

export interface AzureAbout {
  /** Null for a type without a name in the texts. */
  readonly cloud: string | null
  readonly version: string
}

const marks = { same: '✓', different: '✗', denied: '–', 'not-asked': '–', 'not-made': '–', 'no-rows': '–' } as const

type NotAsked = Extract<CallResult, { readonly outcome: 'not-asked' }>

const isNotAsked = (result: CallResult): result is NotAsked => result.outcome === 'not-asked'

/** The calls that one unanswered call prevented, in one line. */
function notAsked(because: NotAsked['because'], prevented: readonly NotAsked[], language: Language): string {
  const words = azureCheckWords(language)
  const reason = fill(words.outcomes['not-asked'], { because: `${words.calls[because]} (${because})` })
  const calls = prevented.filter((each) => each.because === because).map(({ call }) => call)
  return `${marks['not-asked']} ${calls.join(', ')}: ${reason}`
}

function inWords(result: Exclude<CallResult, NotAsked>, language: Language): string {
  const words = azureCheckWords(language)
  const title = `${marks[result.outcome]} ${words.calls[result.call]} (${result.call})`
  if (result.outcome === 'same') return title
  if (result.outcome === 'denied') return `${title}: ${words.outcomes.denied} (${result.found})`
  if (result.outcome !== 'different') return `${title}: ${words.outcomes[result.outcome]}`
  const lines = result.differences.map(({ code, effect, field, expected, found }) => {
    const seen = fill(words.differences[code], { field, expected, found })
    return `    ${seen}\n    ${words.effect}: ${words.effects[effect]}`
  })
  return [title, ...lines].join('\n')
}

/**
 * The comparison as text: a line for each call, below it the differences and their effects, and at the end a line for each
 * call that prevented others.
 */
export function azureText(about: AzureAbout, results: readonly CallResult[], language: Language): string {
  const { summary, notLooked, otherCloud } = azureCheckWords(language)
  const count = (outcome: CallResult['outcome']): string =>
    String(results.filter((each) => each.outcome === outcome).length)
  const compared = Number(count('same')) + Number(count('different'))
  const numbers = {
    version: about.version,
    cloud: about.cloud ?? otherCloud,
    same: count('same'),
    different: count('different'),
    open: String(results.length - compared),
  }
  const prevented = results.filter(isNotAsked)
  const reasons = new Set(prevented.map(({ because }) => because))
  const lines = [
    ...results.filter((result) => !isNotAsked(result)).map((result) => inWords(result, language)),
    ...[...reasons].map((reason) => notAsked(reason, prevented, language)),
  ].join('\n')
  return `${lines}\n\n${hasAsked(results) ? '' : `${notLooked}\n`}${fill(summary, numbers)}\n`
}

/** A status and codes, without a code that could be a name. */
const plainCodes = (found: string): string =>
  found
    .split(' ')
    .map((word) => (/^\d{3}$/.test(word) || isAzureCode(word) ? word : '?'))
    .join(' ')

function forReport(result: CallResult): CallResult {
  if (result.outcome === 'denied') return { ...result, found: plainCodes(result.found) }
  if (result.outcome !== 'different') return result
  const differences = result.differences.map((each) =>
    each.code === 'refused' ? { ...each, found: plainCodes(each.found) } : each,
  )
  return { ...result, differences }
}

/**
 * The same for programs and for an issue: codes, names of fields and kinds. It contains no name, id or address of a
 * customer.
 */
export function azureJson(about: AzureAbout, results: readonly CallResult[]): string {
  const different = results.filter(({ outcome }) => outcome === 'different').length
  return `${JSON.stringify({ ...about, different, calls: results.map(forReport) }, null, 2)}\n`
}
