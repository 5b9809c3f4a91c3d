import type { ReportConfig } from '@/lib/config/report-config'
import { aboutFile, fileName, fleetFile, type FleetFile } from '@/lib/export/fleet-file'
import { contentTypes, exportFormats } from '@/lib/export/formats'
import { reportHtml } from '@/lib/export/report-html'
import { errorCode, type Reporter } from '@/lib/usecases/collect/collector'
import { countStates } from '@/lib/views/fleet-counts'
import type { FleetModel } from '@/lib/views/fleet-model'
import { namesOf } from '@/lib/views/fleet-view'
import { placeOf, type ReportPlace } from './places'
import { printable } from './printable'
import { fileTexts } from './texts'

/** The files of a report share everything before the dot. */
const ours = /^(sealwatch-fleet-\d{4}-\d{2}-\d{6})\.(?:csv|xlsx|jsonl|html)$/

/**
 * Deletes the oldest reports. Only files with the names of reports are touched, and none that is named later than the one just
 * made: a clock that was ahead named it, and beside it the new one would be the oldest. What cannot be deleted, such as a blob that a
 * policy holds, ends nothing.
 * @returns the code of the first that could not be deleted; null where all could
 */
async function prune(
  place: ReportPlace,
  { made, keep }: { readonly made: string; readonly keep: number },
  signal: AbortSignal,
): Promise<string | null> {
  const names = await place.names('sealwatch-fleet-', signal)
  const past = names.flatMap((name) => ours.exec(name)?.[1] ?? []).filter((report) => report <= made)
  const reports = [...new Set(past)].sort()
  const old = new Set(reports.slice(0, Math.max(0, reports.length - keep)))
  let failure: string | null = null
  for (const name of names) {
    if (!old.has(ours.exec(name)?.[1] ?? '')) continue
    await place.remove(name, signal).catch((error: unknown) => {
      failure ??= errorCode(error)
    })
  }
  return failure
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
      const made = ours.exec(name('html'))?.[1] ?? ''
      const undeleted = await prune(place, { made, keep }, signal).catch(errorCode)
      return { files: exportFormats.length + 1, undeleted }
    },
  }
}
