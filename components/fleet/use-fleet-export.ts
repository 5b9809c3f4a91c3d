'use client'

import { useTranslations } from 'next-intl'
import { useGapText } from '@/components/state/use-gap-text'
import { saveFile } from '@/components/state/save-file'
import type { FleetQuery } from '@/components/queries/use-fleet'
import { useAnnounce } from '@/components/ui/live-region'
import { defaultFleetSearch, serialiseFleetSearch, type FleetSearch } from '@/lib/contract/fleet-search'
import type { FleetFileTexts } from '@/lib/export/fleet-file'
import { contentTypes, type ExportFormat } from '@/lib/export/formats'
import type { ShownFleet } from './use-fleet-view'

/** The texts of a file in the reader's language. */
function useTexts(names: ShownFleet['names']): FleetFileTexts {
  const tableColumn = useTranslations('fleet.column')
  const t = useTranslations('fleet.export')
  const states = useTranslations('states.state')
  const facts = useTranslations('facts')
  const flags = useTranslations('flags.flag')
  const read = useTranslations('ui.completeness')
  const gapText = useGapText(Infinity)
  return {
    tableColumn: (column) => tableColumn(column),
    fileColumn: (column) => t(`column.${column}`),
    about: (text) => t(`about.${text}`),
    gap: (gap) => [gapText.scope(gap), gapText.cause(gap)],
    state: (state) => states(state),
    completeness: read('label'),
    completenessKind: (kind) => read(`kind.${kind}`),
    sheet: (sheet) => t(`sheet.${sheet}`),
    words: {
      state: (state) => states(state),
      power: (power) => facts(`power.${power}`),
      pass: (pass) => facts(`pass.${pass}`),
      readiness: (readiness) => facts(`readiness.${readiness}`),
      reading: (reading) => facts(`reading.${reading}`),
      otherEncryption: (kind) => facts(`otherEncryption.${kind}`),
      flag: (code) => flags(code),
      subscription: (id) => names.get(id) ?? id,
    },
  }
}

/** The rows of a view that are saved as a file. */
export interface FleetExport {
  readonly query: FleetQuery
  readonly search: FleetSearch
  readonly shown: ShownFleet
  /** Whether the rows are those that the user ticked. */
  readonly isSelection: boolean
  /** The format that is being written; null for none. */
  readonly making: ExportFormat | null
  readonly onMaking: (format: ExportFormat | null) => void
}

/** Saves the rows of a view as a file, in its order. */
export function useFleetExport({
  query,
  search,
  shown,
  isSelection,
  onMaking,
}: FleetExport): (format: ExportFormat) => void {
  const t = useTranslations('fleet.export')
  const announce = useAnnounce()
  const texts = useTexts(shown.names)
  const make = async (format: ExportFormat) => {
    // The code that writes files is loaded on first use.
    const { aboutFile, fileName, fleetFile } = await import('@/lib/export/fleet-file')
    const { entries } = shown.view
    const filter = serialiseFleetSearch({ ...defaultFleetSearch, filters: search.filters })
    const about = aboutFile(query, entries, { counts: shown.counts, filter, selection: isSelection }, Date.now())
    const file = fileName(about.madeAt, format)
    await saveFile(file, contentTypes[format], fleetFile(format, { entries, about, texts }))
    announce(t('saved', { file }))
  }
  const start = (format: ExportFormat) => {
    onMaking(format)
    void make(format).finally(() => onMaking(null))
  }
  return start
}
