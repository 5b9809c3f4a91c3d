import { en } from './en'
import { ja } from './ja'
import type { Language } from './languages'
import type { SameKeys } from './shape'

/** English is the reference: its keys and parameters type every translation call. */
export type Messages = typeof en

/** All texts of one language. */
export const messages: Readonly<Record<Language, SameKeys<Messages>>> = { en, ja }
