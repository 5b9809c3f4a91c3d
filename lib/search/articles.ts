import { causes } from '@/lib/diagnosis/causes'
import { causeKinds, type CauseKind } from '@/lib/diagnosis/causes/kinds'
import { helpSteps } from '@/lib/diagnosis/causes/help-steps'
import type { CauseRule } from '@/lib/diagnosis/causes/types'
import { problemKinds, type ProblemKind } from '@/lib/diagnosis/kinds'
import { prerequisiteKinds, type PrerequisiteKind } from '@/lib/diagnosis/readiness/kinds'
import { stepKinds, type StepKind } from '@/lib/diagnosis/steps/kinds'
import { stepRights, type StepRight } from '@/lib/diagnosis/steps/types'
import type { ArticleId } from '@/lib/i18n/everyday/types'
import { guidedKinds, type GuidedKind } from '@/lib/i18n/guidance/kinds'

/** A subject that Help explains. */
export type Article =
  | { readonly type: 'problem'; readonly kind: ProblemKind }
  | { readonly type: 'cause'; readonly kind: CauseKind }
  | { readonly type: 'step'; readonly kind: StepKind }
  | { readonly type: 'requirement'; readonly kind: PrerequisiteKind }
  | { readonly type: 'role'; readonly kind: StepRight }
  | { readonly type: 'message'; readonly kind: GuidedKind }

function problemWith(has: (rule: CauseRule) => boolean): string {
  return problemKinds.find((kind) => causes[kind].some(has)) ?? ''
}

/** Steps of no search of their own: each stands on the page of the step that it follows or prepares. */
const followUps: readonly StepKind[] = [
  'check-nothing-encrypted',
  'remove-dual-pass-extension',
  'enable-single-pass',
  'unwrap-disk-key',
  'restore-group-name',
  'close-repair-disk',
  'check-in-service',
]

/** Everything that Help explains, except follow-ups and steps that belong to the state of one VM rather than to a problem. */
export const articles: readonly Article[] = [
  ...problemKinds.map((kind) => ({ type: 'problem', kind }) as const),
  ...causeKinds.map((kind) => ({ type: 'cause', kind }) as const),
  ...stepKinds
    .filter((kind) => !followUps.includes(kind) && problemWith(({ steps }) => steps.includes(kind)) !== '')
    .map((kind) => ({ type: 'step', kind }) as const),
  ...prerequisiteKinds.map((kind) => ({ type: 'requirement', kind }) as const),
  ...stepRights.filter((kind) => kind !== 'none').map((kind) => ({ type: 'role', kind }) as const),
  ...guidedKinds.filter((kind) => kind !== 'unrecognised').map((kind) => ({ type: 'message', kind }) as const),
]

/** Id of an article in the index, such as `cause:selinux-enforcing`. */
export function idOf(article: Article): ArticleId {
  switch (article.type) {
    case 'problem':
      return `problem:${article.kind}`
    case 'cause':
      return `cause:${article.kind}`
    case 'step':
      return `step:${article.kind}`
    case 'requirement':
      return `requirement:${article.kind}`
    case 'role':
      return `role:${article.kind}`
    case 'message':
      return `message:${article.kind}`
  }
}

const byId: ReadonlyMap<string, Article> = new Map(articles.map((article) => [idOf(article), article]))

/** The article of an id; undefined for an unknown id, such as one from an index of another version. */
export function articleOf(id: string): Article | undefined {
  return byId.get(id)
}

/** The anchor of an article on a page. */
export function anchorOf(id: ArticleId): string {
  return id.replace(':', '-')
}

/**
 * The address of an article, readable without signing in: a page for a problem, an anchor on such a page for its parts.
 * Null for a message, which the results themselves explain, and for a step that no page shows.
 */
export function articlePath(article: Article): string | null {
  const anchor = anchorOf(idOf(article))
  switch (article.type) {
    case 'problem':
      return `/help/${article.kind}`
    case 'cause':
      return `/help/${problemWith(({ cause }) => cause === article.kind)}#${anchor}`
    case 'step': {
      const shows = problemKinds.find((kind) => helpSteps(kind).includes(article.kind))
      return shows === undefined ? null : `/help/${shows}#${anchor}`
    }
    case 'requirement':
    case 'role':
      return `/help/reference#${anchor}`
    case 'message':
      return null
  }
}
