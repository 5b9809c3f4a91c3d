import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import type { Remedies } from '@/lib/i18n/remedies/types'
import { articlePath } from '@/lib/search/articles'
import { buildIndex } from '@/lib/search/build-index'
import { indexLanguage, openIndex, type HelpIndex } from '@/lib/search/find'
import { nearArticles, type NearArticle } from '@/lib/search/near'

interface Words {
  readonly language: Language
  readonly remedies: Remedies
}

const opened = new Map<Language, Promise<HelpIndex>>()

/** The index of the page; a program builds it when it first needs it. */
function indexOf(language: Language): Promise<HelpIndex> {
  const index = opened.get(language) ?? buildIndex(language).then(openIndex)
  opened.set(language, index)
  return index
}

function titleOf(article: NearArticle, { remedies }: Words): string {
  switch (article.type) {
    case 'problem':
      return remedies.problems[article.kind].title
    case 'cause':
      return remedies.causes[article.kind].title
    case 'requirement':
      return remedies.prerequisites[article.kind].title
  }
}

/** Articles about what an unknown text mentions, with their addresses on the dashboard. */
export async function nearLines(text: string, words: Words): Promise<readonly string[]> {
  const found = nearArticles(await indexOf(indexLanguage(text)), text)
  if (found.length === 0) return []
  const { nearTitle, nearText } = messages[words.language].explain
  return [
    '',
    nearTitle,
    `  ${nearText}`,
    ...found.map((article) => `  - ${titleOf(article, words)} (${articlePath(article)})`),
  ]
}
