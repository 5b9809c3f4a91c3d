import type { Remedies } from '../types'
import { prerequisites } from './prerequisites'
import { reasons } from './reasons'

export const japaneseRemedies = { prerequisites, reasons } satisfies Partial<Remedies>
