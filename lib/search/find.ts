import MiniSearch, { type SearchResult } from 'minisearch'
import type { Language } from '@/lib/i18n/languages'
import { articleOf, idOf, type Article } from './articles'
import { answersBy, distinctTermsOf, type Answers } from './asked'
import { messagesWith } from './fragment'
import { intentOf } from './intent'
import { indexOptions, searchOptions, weightOf, weightOfFields, weightOfKind, type SearchDocument } from './options'
import { unpack } from './packed'
import { hasJapanese, termsOf } from './tokens'

export interface HelpIndex {
  readonly words: MiniSearch<SearchDocument>
  /** How well each article answers a question with these terms, by questions whose answers are known. */
  readonly answers: (terms: readonly string[]) => Answers
}

const most = 20
/** Below this share of the best score a result merely shares a word with the question. */
const least = { ofWords: 0.3, ofSentence: 0.5 } as const
const sentence = 6

/** An index that `buildIndex` made. Rejects if the text is not such an index. */
export async function openIndex(text: string): Promise<HelpIndex> {
  const { words, asked } = unpack(text)
  return { words: await MiniSearch.loadJSAsync(words, indexOptions), answers: answersBy(asked) }
}

/** The index in the language of a question, independent of the language of the screen. */
export function indexLanguage(question: string): Language {
  return hasJapanese(question) ? 'ja' : 'en'
}

/** A word that begins alike or is spelt alike is less certain than the word itself. */
const weightOfSimilar = 0.7
/** What an article gains whose whole title is in the question. */
const gainOfTitle = 0.4
/** A part of a message leads to it before all that shares its words. */
const gainOfQuote = 3

interface Found {
  readonly id: string
  score: number
  /** The sum of the rarities of the terms of the question that the article contains. */
  covered: number
  titleTerms: number
  readonly titled: number
  readonly disrupts: boolean
}

const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0)

const foundOf = ({ id, titled, disrupts }: SearchResult): Found => ({
  id: String(id),
  score: 0,
  covered: 0,
  titleTerms: 0,
  titled: Math.max(1, numberIn(titled)),
  disrupts: disrupts === 1,
})

/** Adds what one term of the question says about each article; the result is how much the term counts. */
function addTerm(index: HelpIndex['words'], term: string, found: Map<string, Found>): number {
  const matches = index.search(term, searchOptions)
  // A rare term says more about an article.
  const rarity = weightOf(term) * Math.log(1 + index.documentCount / Math.max(1, matches.length))
  for (const result of matches) {
    // Who misspells a word seldom misspells its first letter: EncryptionInProgress is not DecryptionInProgress.
    const fields = Object.entries(result.match).flatMap(([matched, where]) => (matched[0] === term[0] ? where : []))
    if (fields.length === 0) continue
    const article = found.get(String(result.id)) ?? foundOf(result)
    const certain = rarity * (term in result.match ? 1 : weightOfSimilar)
    article.score += certain * weightOfFields(fields)
    article.covered += certain
    if (fields.includes('title')) article.titleTerms += 1
    found.set(article.id, article)
  }
  return matches.length === 0 ? 0 : rarity
}

/** The question with the words of each code that Help does not know: DiskNotFound becomes Disk Not Found. */
function withWordsOfCodes(index: HelpIndex['words'], question: string): string {
  const isUnknown = (word: string) => termsOf(word).every((term) => index.search(term, searchOptions).length === 0)
  return question
    .split(' ')
    .map((word) => (/[a-z][A-Z]/.test(word) && isUnknown(word) ? word.replace(/(?<=[a-z])(?=[A-Z])/g, ' ') : word))
    .join(' ')
}

/** An article with how well it fits a question. */
export interface ScoredArticle {
  readonly article: Article
  readonly score: number
}

/** All articles that share a word with a question, by their words alone. */
function byWords(
  index: HelpIndex['words'],
  asked: string,
  terms: readonly string[],
  quoted: ReadonlyMap<string, number>,
): readonly ScoredArticle[] {
  const found = new Map<string, Found>()
  const whole = terms.reduce((sum, term) => sum + addTerm(index, term, found), 0)
  const intent = intentOf(asked, terms)
  return [...found.values()].flatMap(({ id, score, covered, titleTerms, titled, disrupts }) => {
    const article = articleOf(id)
    if (article === undefined) return []
    const fit =
      score *
      weightOfKind(id, intent, disrupts) *
      // One word must not outweigh all the others: what counts is how much of the question an article contains.
      (covered / whole) *
      (1 + gainOfTitle * Math.min(1, titleTerms / titled)) *
      (quoted.has(id) ? gainOfQuote + (quoted.get(id) ?? 0) : 1)
    return [{ article, score: fit }]
  })
}

/** How much the likeness to questions whose answers are known counts beside the words of the articles. */
const weightOfAnswers = 0.5

/** All articles that share a word with a question, or answer one like it, the best first. */
export function scoredArticles({ words, answers }: HelpIndex, question: string): readonly ScoredArticle[] {
  const asked = withWordsOfCodes(words, question.slice(0, 300))
  const terms = distinctTermsOf(asked)
  const intent = intentOf(asked, terms)
  const quoted = messagesWith(asked)
  const scored = byWords(words, asked, terms, quoted)
  const best = Math.max(0, ...scored.map(({ score }) => score)) || 1
  const scores = new Map<string, ScoredArticle>(scored.map((each) => [idOf(each.article), each]))
  // A part of a message leads to it, whatever was asked with the same words.
  const known = quoted.size > 0 ? [] : answers(distinctTermsOf(question.slice(0, 300)))
  for (const [id, fit] of known) {
    const article = articleOf(id)
    if (article === undefined) continue
    const disrupts = words.getStoredFields(id)?.['disrupts'] === 1
    const gain = fit * weightOfAnswers * best * (disrupts && intent === 'work' ? weightOfKind(id, intent, disrupts) : 1)
    scores.set(id, { article, score: (scores.get(id)?.score ?? 0) + gain })
  }
  return [...scores.values()].toSorted((a, b) => b.score - a.score)
}

/**
 * The results of a question, the best first.
 * @param question Any text. Only its beginning is used: the message reader handles a long paste.
 */
export function findArticles(index: HelpIndex, question: string): readonly Article[] {
  const scored = scoredArticles(index, question)
  const floor =
    (scored[0]?.score ?? 0) *
    (distinctTermsOf(question.slice(0, 300)).length > sentence ? least.ofSentence : least.ofWords)
  return scored
    .filter(({ score }) => score >= floor)
    .map(({ article }) => article)
    .slice(0, most)
}
