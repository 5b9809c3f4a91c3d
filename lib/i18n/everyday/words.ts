import type { Language } from '../languages'
import { causes as causesEn } from './en/causes'
import { problems as problemsEn } from './en/problems'
import { requirements as requirementsEn, roles as rolesEn } from './en/requirements'
import { steps as stepsEn } from './en/steps'
import { causes as causesJa } from './ja/causes'
import { problems as problemsJa } from './ja/problems'
import { requirements as requirementsJa, roles as rolesJa } from './ja/requirements'
import { steps as stepsJa } from './ja/steps'
import { messages } from './messages'
import type { EverydayWords } from './types'

/**
 * What people type who look for an article, in the words of their language. Titles and texts are searched as well: only
 * what those do not say stands here.
 */
export const everydayWords: Readonly<Record<Language, EverydayWords>> = {
  en: {
    problem: problemsEn,
    cause: causesEn,
    step: stepsEn,
    requirement: requirementsEn,
    role: rolesEn,
    message: messages.en,
  },
  ja: {
    problem: problemsJa,
    cause: causesJa,
    step: stepsJa,
    requirement: requirementsJa,
    role: rolesJa,
    message: messages.ja,
  },
}
