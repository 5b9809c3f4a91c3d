import type { Language } from '../languages'
import { englishAzureCheck } from './en/azure-check'
import { englishDoctor } from './en/doctor'
import { englishSetup } from './en/setup'
import { englishStore } from './en/store'
import { japaneseAzureCheck } from './ja/azure-check'
import { japaneseDoctor } from './ja/doctor'
import { japaneseSetup } from './ja/setup'
import { japaneseStore } from './ja/store'
import type { AzureCheckWords, DoctorWords, SetupWords, StoreWords } from './types'

const doctor: Readonly<Record<Language, DoctorWords>> = { en: englishDoctor, ja: japaneseDoctor }

const setup: Readonly<Record<Language, SetupWords>> = { en: englishSetup, ja: japaneseSetup }

const azureCheck: Readonly<Record<Language, AzureCheckWords>> = { en: englishAzureCheck, ja: japaneseAzureCheck }

const store: Readonly<Record<Language, StoreWords>> = { en: englishStore, ja: japaneseStore }

export function storeWords(language: Language): StoreWords {
  return store[language]
}

export function azureCheckWords(language: Language): AzureCheckWords {
  return azureCheck[language]
}

export function doctorWords(language: Language): DoctorWords {
  return doctor[language]
}

export function setupWords(language: Language): SetupWords {
  return setup[language]
}
