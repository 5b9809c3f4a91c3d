import { commandText } from '@/lib/diagnosis/commands/build'
import { unknownSubject } from '@/lib/diagnosis/commands/unknown-subject'
import { stepFor } from '@/lib/diagnosis/steps'
import { stepKinds, type StepKind } from '@/lib/diagnosis/steps/kinds'
import { everydayWords } from '@/lib/i18n/everyday/words'
import type { ArticleId } from '@/lib/i18n/everyday/types'
import { loadGuidance } from '@/lib/i18n/guidance/load'
import type { Language } from '@/lib/i18n/languages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { articles, idOf, type Article } from './articles'
import { passagesOf } from '@/lib/messages/passages'
import type { SearchDocument } from './options'

type Parts = Omit<SearchDocument, 'id' | 'words'>
type Words = Awaited<ReturnType<typeof loadRemedies>>
type Guided = Awaited<ReturnType<typeof loadGuidance>>

const wordsFor = (id: ArticleId): string =>
  everydayWords
    .filter(({ leads }) => leads === id)
    .map(({ en, ja }) => `${en} ${ja}`)
    .join(' ')

/** Placeholders of commands and values of findings are not searchable words. */
const withoutNames = (text: string): string => text.replace(/<[A-Z-]+>|\{\w+\}/g, ' ')

/** Codes, settings and commands, which are written in backticks. */
const literalsOf = (texts: readonly string[]): string =>
  [...texts.join(' ').matchAll(/`([^`]+)`/g)].map(([, word]) => word).join(' ')

function commandsOf(kind: StepKind): string {
  const commands = Object.values(stepFor(kind, unknownSubject).commands).map(commandText)
  return withoutNames(commands.join(' '))
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
      return { title: '', literal: `${passagesOf(article.kind)} ${literalsOf(next)}`, text: meaning }
    }
  }
}

/** Everything that Help can find, in one language. */
export async function documentsOf(language: Language): Promise<readonly SearchDocument[]> {
  const [words, guidance] = await Promise.all([loadRemedies(language), loadGuidance(language)])
  return articles.map((article) => {
    const id = idOf(article)
    const { title, text, literal } = partsOf(article, words, guidance)
    // A question in Latin letters uses the English index: only that one contains commands and messages.
    return { id, words: wordsFor(id), title, text, literal: language === 'en' ? literal : '' }
  })
}
