import type { Remedies } from '../types'
import { prerequisites } from './prerequisites'
import { reasons } from './reasons'
import { rights } from './rights'
import { risks } from './risks'
import { steps } from './steps'

export const englishRemedies = { prerequisites, reasons, rights, risks, steps } satisfies Partial<Remedies>
