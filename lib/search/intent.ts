import { stemOf } from './tokens'

/** What a question is about: work that goes on or may go on, a role, a failure, something to do, or any other subject. */
export type Intent = 'work' | 'action' | 'role' | 'failure' | 'other'

const workTerms: ReadonlySet<string> = new Set(['duringcopy', 'haltencryption', 'stuck', 'duration'].map(stemOf))
const allowed = stemOf('allowed')
const halts: ReadonlySet<string> = new Set(['restart', 'shutdown', 'detach', 'wait'].map(stemOf))

const verbs: ReadonlySet<string> = new Set(
  (
    'add allow az check copy create decrypt delete detach disable enable enter extend find fix free get grant grow ' +
    'install list migrate mount move new open prove recover remove renew repair resize restore rotate save see set show ' +
    'start stop sudo take turn unlock update upgrade use verify'
  ).split(' '),
)
const asks = /\b(?:how (?:do|can|should) (?:i|we|you)|(?:how|want|need|like|have|way|steps) to)\b/
const asksInJapanese = /たい|方法|手順|やり方|するには/
const orders = ['する', '取り消し', 'を確認']

function isAction(question: string): boolean {
  const text = question.normalize('NFKC').toLowerCase().trim()
  const [first = ''] = text.split(/[ -]/, 1)
  return (
    verbs.has(first) ||
    asks.test(text) ||
    asksInJapanese.test(text) ||
    orders.some((end) => text.endsWith(end) || text.endsWith(`${end}。`))
  )
}

/**
 * What a question is about, by its text and its terms. Work comes first: who asks how to stop what still copies should
 * learn that it must not be stopped.
 */
export function intentOf(question: string, terms: readonly string[]): Intent {
  if (terms.some((term) => workTerms.has(term))) return 'work'
  if (terms.includes(allowed) && terms.some((term) => halts.has(term))) return 'work'
  if (terms.includes('role')) return 'role'
  if (terms.includes('fail')) return 'failure'
  return isAction(question) ? 'action' : 'other'
}
