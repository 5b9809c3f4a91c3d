import type { ReportConfig } from '@/lib/config/report-config'
import { aboutFile, fileName, fleetFile, type FleetFile } from '@/lib/export/fleet-file'
import { contentTypes, exportFormats } from '@/lib/export/formats'
import { reportHtml } from '@/lib/export/report-html'
import type { Reporter } from '@/lib/usecases/collect/collector'
import { countStates } from '@/lib/views/fleet-counts'
import type { FleetModel } from '@/lib/views/fleet-model'
import { namesOf } from '@/lib/views/fleet-view'
import { placeOf, type ReportPlace } from './places'
import { printable } from './printable'
import { fileTexts } from './texts'

/** The files of a report share everything before the dot. */
const ours = /^(sealwatch-fleet-\d{4}-\d{2}-\d{6})\.(?:csv|xlsx|jsonl|html)$/

/** Deletes the oldest reports. Only files with the names of reports are touched. */
async function prune(place: ReportPlace, keep: number, signal: AbortSignal): Promise<void> {
  const names = await place.names('sealwatch-fleet-', signal)
  const reports = [...new Set(names.flatMap((name) => ours.exec(name)?.[1] ?? []))].sort()
  const old = new Set(reports.slice(0, Math.max(0, reports.length - keep)))
  for (const name of names) if (old.has(ours.exec(name)?.[1] ?? '')) await place.remove(name, signal)
}

function contentOf(fleet: FleetModel, language: ReportConfig['language'], now: number): FleetFile {
  const { entries, subscriptions } = fleet
  const reading = { fleet, isReading: false, isOffline: false, problem: null }
  const about = aboutFile(reading, entries, { counts: countStates(entries), filter: '' }, now)
  return { entries, about, texts: fileTexts(language, namesOf(subscriptions)) }
}

/**
 * Writes each report as CSV, XLSX, JSON Lines and a page to print into a folder or a container, every file whole or not
 * at all.
 * @param reader the identity whose rights the reports are limited to
 */
export function reporterOf({ place: configured, everyMs, keep, language }: ReportConfig, reader: string): Reporter {
  const place = placeOf(configured)
  return {
    everyMs,
    write: async (fleet, now, signal) => {
      const file = contentOf(fleet, language, now)
      const name = (extension: string): string => fileName(file.about.madeAt, extension)
      const page = await printable(language, file, reader)
      for (const format of exportFormats)
        await place.write(name(format), contentTypes[format], fleetFile(format, file), signal)
      await place.write(name('html'), 'text/html;charset=utf-8', reportHtml(page), signal)
      await prune(place, keep, signal)
      return exportFormats.length + 1
    },
  }
}
