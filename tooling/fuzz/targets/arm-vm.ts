import assert from 'node:assert/strict'
import { fleetRowSchema } from '@/lib/contract/fleet'
import { snapshotContentSchema, snapshotParts } from '@/lib/contract/snapshots'
import { vmDetailSchema } from '@/lib/contract/vm'
import { evidence } from '@/lib/encryption/evidence'
import { judge } from '@/lib/encryption/judge'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { displayJson } from '@/lib/usecases/display-json'
import { readRow } from '@/lib/usecases/fleet/rows'
import { vmContent } from '@/lib/usecases/snapshots/vm-content'
import { vmDetail } from '@/lib/usecases/vm-detail'
import { recordedVms, simulatedBodies } from '../bodies'
import { checkShape, checkShown, checkVerdict } from '../claims'
import { parsed, type Target } from '../target'
import { armWords } from '../words'

const at = '2026-11-24T12:00:00.000Z'
const name = { subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg', name: 'vm' }
const id = `/subscriptions/${name.subscriptionId}/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm`
const workProgress = { at, history: null, work: null, failure: null, requested: null, documented: null }

const encrypted = vmBody({
  osDisk: { stamp: 'encrypted', settings: true },
  data: [{ stamp: 'encrypted', settings: true }],
  extension: { report: { os: 'Encrypted', data: 'Encrypted' } },
})

/** The body of a VM with its instance view: model, disks and extensions. From ARM to verdict, page, row and snapshot. */
export const target: Target = {
  bodies: () => [
    encrypted,
    vmBody({ os: 'Windows', extension: { report: { os: 'EncryptionInProgress', data: 'NotMounted' } } }),
    vmBody({ model: { enabled: true }, data: [{ stamp: null }, { vhd: true }] }),
    ...simulatedBodies(),
    ...recordedVms(),
  ],
  texts: [],
  words: armWords,
  check(text) {
    const body = parsed(text)
    if (body === undefined) return
    const facts = readVmFacts(body)
    const verdict = judge(facts)
    checkVerdict(verdict)
    checkShown(verdict.state, text)
    assert.equal(evidence(facts, verdict).length, 4)
    const detail = vmDetail(
      { facts, verdict, attestation: null },
      {
        id,
        name,
        tenantId: name.subscriptionId,
        readAt: at,
        armRequests: 1,
        subscriptionName: null,
        raw: displayJson(body),
        latestModelApplied: null,
        doubleEncryption: { known: false, why: 'not-asked' },
        known: { workProgress, flags: [] },
      },
    )
    checkShape(vmDetailSchema, detail, 'the VM')
    checkShape(fleetRowSchema, readRow(id, name, { facts, verdict }, at), 'the row')
    for (const reveal of [[], snapshotParts])
      checkShape(snapshotContentSchema, vmContent(detail, reveal, at), 'the snapshot')
  },
}
