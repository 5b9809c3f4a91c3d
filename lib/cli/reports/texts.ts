import type { FleetFileTexts } from '@/lib/export/fleet-file'
import { errorCause } from '@/lib/i18n/error-cause'
import { formatList, formatNumber } from '@/lib/i18n/format'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { withValues } from '@/lib/i18n/with-values'
import { gapNames } from '@/lib/views/fleet-counts'

/**
 * The texts of a fleet's files outside of a browser.
 * @param names of subscriptions, by id
 */
export function fileTexts(language: Language, names: ReadonlyMap<string, string>): FleetFileTexts {
  const { errors, fleet, facts, flags, states, ui } = messages[language]
  const causeOf = errorCause(language, {
    cause: (code) => errors[code].cause,
    notInFile: ui.azure.notInFile,
    codes: (codes) => withValues(ui.azure.codes, { codes }),
    versions: (versions) => withValues(ui.azure.versions, { versions }),
  })
  const vmsText = (count: number) => withValues(fleet.gaps.vms, { count: formatNumber(language, count) })
  return {
    tableColumn: (column) => fleet.column[column],
    fileColumn: (column) => fleet.export.column[column],
    about: (text) => fleet.export.about[text],
    gap: (gap) => [gap.tenant ? fleet.gaps.tenant : formatList(language, gapNames(gap, vmsText)), causeOf(gap)],
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
