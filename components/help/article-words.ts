import { withValues } from '@/lib/i18n/with-values'
import type { Remedies } from '@/lib/i18n/remedies/types'
import type { Article } from '@/lib/search/articles'

interface Shown {
  readonly title: string
  readonly text: string
}

/** Title and first words of an article; null for a message, which has its meaning and steps instead. */
export function wordsOf(article: Article, words: Remedies): Shown | null {
  switch (article.type) {
    case 'problem': {
      const { title, meaning } = words.problems[article.kind]
      return { title, text: meaning }
    }
    case 'cause': {
      const { title, text } = words.causes[article.kind]
      return { title, text: withValues(text, {}) }
    }
    case 'step':
      return words.steps[article.kind]
    case 'requirement':
      return words.prerequisites[article.kind]
    case 'role':
      return { title: words.rights[article.kind], text: '' }
    case 'message':
      return null
  }
}
