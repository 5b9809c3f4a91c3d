import type { VmFacts } from '@/lib/facts/types'
import { attestationRow, type Attestation } from './attestation'
import { requestCell, requestSource } from './evidence-request'
import { reportCell, reportSource } from './evidence-report'
import { stampCell } from './evidence-stamp'
import { reportOfExtension } from './report'
import type { EvidenceCell, EvidenceRow, EvidenceSource } from './evidence-types'
import type { Verdict } from './types'

const notAttested: EvidenceCell = { value: 'not-attested', raw: null, mark: 'nothing', count: null }

function stampSource(facts: VmFacts, verdict: Verdict): EvidenceSource {
  if (verdict.pass === 'dual') return 'vm-model'
  return facts.hasInstanceView ? 'instance-view-disks' : 'none'
}

/**
 * The four kinds of evidence behind a verdict, each with its source and its relation to the verdict. In-guest
 * attestation is not part of a VM's own answer; without an audit its row shows that none exists.
 * @param verdict after the attestation was applied
 */
export function evidence(
  facts: VmFacts,
  verdict: Verdict,
  attestation: Attestation | null = null,
): readonly EvidenceRow[] {
  const cells = (cell: (role: 'os' | 'data') => EvidenceCell): Pick<EvidenceRow, 'os' | 'data'> => ({
    os: cell('os'),
    data: verdict.data.total === 0 ? null : cell('data'),
  })
  const report = reportOfExtension(facts.adeExtensions[0])
  return [
    { kind: 'request', source: requestSource(facts), ...cells((role) => requestCell(facts, verdict, role)) },
    { kind: 'stamp', source: stampSource(facts, verdict), ...cells((role) => stampCell(facts, verdict, role)) },
    {
      kind: 'report',
      source: reportSource(facts, verdict, report),
      ...cells((role) => reportCell(facts, verdict, report, role)),
    },
    attestation === null
      ? { kind: 'guest', source: 'none', ...cells(() => notAttested) }
      : attestationRow(attestation, verdict),
  ]
}
