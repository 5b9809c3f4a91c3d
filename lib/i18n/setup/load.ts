import type { Language } from '../languages'
import { englishDoctor } from './en/doctor'
import { englishSetup } from './en/setup'
import { japaneseDoctor } from './ja/doctor'
import { japaneseSetup } from './ja/setup'
import type { DoctorWords, SetupWords } from './types'

const doctor: Readonly<Record<Language, DoctorWords>> = { en: englishDoctor, ja: japaneseDoctor }

const setup: Readonly<Record<Language, SetupWords>> = { en: englishSetup, ja: japaneseSetup }

export function doctorWords(language: Language): DoctorWords {
  return doctor[language]
}

export function setupWords(language: Language): SetupWords {
  return setup[language]
}
