import { commandText } from '@/lib/diagnosis/commands/build'
import { unknownSubject } from '@/lib/diagnosis/commands/unknown-subject'
import { stepFor } from '@/lib/diagnosis/steps'
import { stepKinds, type StepKind } from '@/lib/diagnosis/steps/kinds'
import type { StepRisk } from '@/lib/diagnosis/steps/types'
import { everydayWords } from '@/lib/i18n/everyday/words'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import type { Language } from '@/lib/i18n/languages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { articles, idOf, type Article } from './articles'
import { passagesOf } from '@/lib/messages/passages'
import { isCommon, type SearchDocument } from './options'
import { termsOf } from './tokens'

type Parts = Pick<SearchDocument, 'title' | 'literal' | 'text'>
type Words = Awaited<ReturnType<typeof loadRemedies>>
type Guided = Awaited<ReturnType<typeof loadGuidance>>

function wordsFor(article: Article, language: Language): string {
  const words = everydayWords[language]
  switch (article.type) {
    case 'problem':
      return words.problem[article.kind]
    case 'cause':
      return words.cause[article.kind]
    case 'step':
      return words.step[article.kind]
    case 'requirement':
      return words.requirement[article.kind]
    case 'role':
      return article.kind === 'none' ? '' : words.role[article.kind]
    case 'message':
      return words.message[article.kind] ?? ''
  }
}

/** Placeholders, variables, mount points and ids of commands, and values of findings, are not searchable words. */
const withoutNames = (text: string): string =>
  text.replace(/<[A-Z-]+>|\{\w+\}|\/investigate\w+|\[IO\.\w+\]|[0-9a-f]{8}-[0-9a-f-]{27}/g, ' ')

/** Codes of which the middle was left out: no user types them. */
const withoutCuts = (text: string): string => text.replace(/Status\/(?:\u2026|\.{3})\/[\w/]{1,20}/g, ' ')

/** Codes, settings and commands, which are written in backticks. */
const literalsOf = (texts: readonly string[]): string =>
  [...texts.join(' ').matchAll(/`([^`]+)`/g)].map(([, word]) => word).join(' ')

/** The number of a status of the extension, which its text has only inside an expression. */
function codeOf(article: Article): string {
  const code = article.type === 'message' ? /^linux-code-(\d{2,3})-/.exec(article.kind) : null
  return code?.[1] ?? ''
}

function commandsOf(kind: StepKind): string {
  const commands = Object.values(stepFor(kind, unknownSubject).commands).map(commandText)
  // What a loop goes through is no command, and no user types the name that a query gives to a field.
  return withoutNames(commands.join(' '))
    .replace(/\bfor \w+ in [^;\n]{0,99};|-o [A-Z,]{9,99}/g, ' ')
    .replace(/[{,]\w{1,20}:(?=\w)/g, ' ')
}

function partsOf(article: Article, words: Words, guidance: Guided): Parts {
  switch (article.type) {
    case 'problem': {
      const { title, meaning, consequence } = words.problems[article.kind]
      return { title, literal: article.kind, text: `${meaning} ${consequence}` }
    }
    case 'cause': {
      const { title, text } = words.causes[article.kind]
      return { title, literal: '', text: withoutNames(text) }
    }
    case 'step': {
      const { title, text } = words.steps[article.kind]
      return { title, literal: commandsOf(article.kind), text }
    }
    case 'requirement':
      return { ...words.prerequisites[article.kind], literal: '' }
    case 'role': {
      const allowed = stepKinds.filter((kind) => stepFor(kind, unknownSubject).right === article.kind)
      const titles = allowed.map((kind) => words.steps[kind].title)
      return { title: `${words.rights[article.kind]} (role)`, literal: '', text: titles.join(' ') }
    }
    case 'message': {
      const { meaning, next } = guidance[article.kind]
      return {
        title: '',
        literal: `${withoutCuts(passagesOf(article.kind))} ${literalsOf(next)}`,
        text: withoutCuts(meaning),
      }
    }
  }
}

const disruptive: ReadonlySet<StepRisk> = new Set<StepRisk>([
  'restart',
  'stops-vm',
  'removes-extension',
  'erases-data-disks',
  'unprotects-data',
  'replaces-disk',
  'changes-key',
])

/** Whether an article is a step that harms work that goes on, or is about a restart that is due. */
function disrupts(article: Article): boolean {
  if (article.type === 'step') return stepFor(article.kind, unknownSubject).risks.some((risk) => disruptive.has(risk))
  return (
    (article.type === 'problem' && article.kind === 'restart-pending') ||
    (article.type === 'cause' && article.kind === 'restart-awaited')
  )
}

/** Everything that Help can find, in one language. */
export async function documentsOf(language: Language): Promise<readonly SearchDocument[]> {
  const [words, guidance] = await Promise.all([loadRemedies(language), loadGuidance(language)])
  return articles.map((article) => {
    const { title, text, literal } = partsOf(article, words, guidance)
    return {
      id: idOf(article),
      words: wordsFor(article, language),
      title,
      text,
      literal: `${literal} ${codeOf(article)}`,
      titled: new Set(termsOf(title).filter((term) => !isCommon(term))).size,
      disrupts: disrupts(article) ? 1 : 0,
    }
  })
}
