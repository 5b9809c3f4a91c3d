import type { Language } from '../languages'
import { englishDoctor } from './en/doctor'
import { japaneseDoctor } from './ja/doctor'
import type { DoctorWords } from './types'

const doctor: Readonly<Record<Language, DoctorWords>> = { en: englishDoctor, ja: japaneseDoctor }

export function doctorWords(language: Language): DoctorWords {
  return doctor[language]
}
