import 'server-only'
import * as z from 'zod'

/** The policy's directives: what a report may be about. Any caller can send a report, so nothing else of it is kept. */
const directives: ReadonlySet<string> = new Set([
  'base-uri',
  'child-src',
  'connect-src',
  'default-src',
  'font-src',
  'form-action',
  'frame-ancestors',
  'frame-src',
  'img-src',
  'manifest-src',
  'media-src',
  'object-src',
  'require-trusted-types-for',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src',
  'style-src-attr',
  'style-src-elem',
  'trusted-types',
  'worker-src',
])

/** As sent to `report-to` (https://www.w3.org/TR/CSP3/#reporting); reports of other kinds may be included. */
const reportsSchema = z.array(
  z.object({ type: z.string(), body: z.object({ effectiveDirective: z.string().optional() }).nullish() }),
)

/** As sent to `report-uri` (https://www.w3.org/TR/CSP3/#deprecated-serialize-violation). */
const oldReportSchema = z.object({
  'csp-report': z.object({
    'effective-directive': z.string().optional(),
    'violated-directive': z.string().optional(),
  }),
})

/** The first word of the violated directive, where it is one that a policy can have. */
function directiveOf(text: string | undefined): string {
  const name = text?.split(' ', 1)[0]?.toLowerCase() ?? ''
  return directives.has(name) ? name : 'other'
}

/** How many violations of which directive a browser reports; null for anything that is not a report. */
export function violationsIn(json: unknown): ReadonlyMap<string, number> | null {
  const found = new Map<string, number>()
  const add = (text: string | undefined): void => {
    const directive = directiveOf(text)
    found.set(directive, (found.get(directive) ?? 0) + 1)
  }
  const old = oldReportSchema.safeParse(json)
  if (old.success) {
    const report = old.data['csp-report']
    add(report['effective-directive'] ?? report['violated-directive'])
    return found
  }
  const reports = reportsSchema.safeParse(json)
  if (!reports.success) return null
  for (const { type, body } of reports.data) if (type === 'csp-violation') add(body?.effectiveDirective)
  return found
}
