import type { Remedies } from '../types'
import { causes } from './causes'
import { prerequisites } from './prerequisites'
import { problems } from './problems'
import { reasons } from './reasons'
import { rights } from './rights'
import { risks } from './risks'
import { steps } from './steps'

export const englishRemedies: Remedies = { problems, causes, steps, risks, rights, prerequisites, reasons }
