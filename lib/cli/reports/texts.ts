import type { FleetFileTexts } from '@/lib/export/fleet-file'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'

/**
 * The texts of a fleet's files outside of a browser.
 * @param names of subscriptions, by id
 */
export function fileTexts(language: Language, names: ReadonlyMap<string, string>): FleetFileTexts {
  const { fleet, facts, flags, states, ui } = messages[language]
  return {
    tableColumn: (column) => fleet.column[column],
    fileColumn: (column) => fleet.export.column[column],
    about: (text) => fleet.export.about[text],
    state: (state) => states.state[state],
    completeness: ui.completeness.label,
    completenessKind: (kind) => ui.completeness.kind[kind],
    sheet: (sheet) => fleet.export.sheet[sheet],
    words: {
      state: (state) => states.state[state],
      power: (power) => facts.power[power],
      pass: (pass) => facts.pass[pass],
      readiness: (readiness) => facts.readiness[readiness],
      reading: (reading) => facts.reading[reading],
      otherEncryption: (kind) => facts.otherEncryption[kind],
      flag: (code) => flags.flag[code],
      subscription: (id) => names.get(id) ?? id,
    },
  }
}
