import type { Remedies } from '../types'
import { prerequisites } from './prerequisites'
import { reasons } from './reasons'

export const englishRemedies = { prerequisites, reasons } satisfies Partial<Remedies>
