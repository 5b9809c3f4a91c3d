import { countLines, factLines, type FleetFile } from '@/lib/export/fleet-file'
import type { HtmlReport, HtmlTable } from '@/lib/export/report-html'
import type { CsvCell } from '@/lib/views/csv'
import type { Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { problemsOf } from '@/lib/views/inbox'

const examples = 3

/** A page to print has pairs: what a line says after its value follows in the same cell. */
const pairOf = ([name = null, value = null, ...others]: readonly CsvCell[]): readonly CsvCell[] => [
  name,
  others.length === 0 ? value : [value, ...others].join(': '),
]

async function causes(language: Language, { entries, about }: FleetFile): Promise<HtmlTable> {
  const { causes: words } = messages[language].report
  const remedies = await loadRemedies(language)
  const groups = problemsOf(entries)
  const none = about.complete ? words.none : words.notKnown
  return {
    title: words.title,
    hint: groups.length === 0 ? none : words.hint,
    header: groups.length === 0 ? null : [words.problem, words.examples, words.vms],
    rows: groups.map(({ problem, entries: vms }) => [
      problem === null ? '' : remedies.problems[problem].title,
      vms
        .slice(0, examples)
        .map(({ name }) => name)
        .join(', '),
      vms.length,
    ]),
  }
}

/**
 * The printable report of a fleet: what it covers, VMs by state, and problems.
 * @param reader the identity whose rights it is limited to
 */
export async function printable(language: Language, file: FleetFile, reader: string): Promise<HtmlReport> {
  const { report } = messages[language]
  const [header, ...counts] = countLines(file).map((line) => line.filter((_cell, column) => column !== 1))
  return {
    language,
    title: report.title,
    lead: report.collected.lead,
    tables: [
      {
        title: report.facts.made,
        hint: null,
        header: null,
        rows: [[report.collected.by, reader], ...factLines(file).map(pairOf)],
      },
      { title: report.states.title, hint: report.states.hint, header: header?.map(String) ?? null, rows: counts },
      await causes(language, file),
    ],
  }
}
