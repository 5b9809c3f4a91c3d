import { renderVm } from '@/e2e/simulator/arm/render-vm'
import { createWorld } from '@/e2e/simulator/worlds/create'
import { diagnose } from '@/lib/diagnosis/diagnose'
import { judge } from '@/lib/encryption/judge'
import { readVmFacts } from '@/lib/facts/vm-facts'

const vms = 10_000
const rounds = 3

export interface DiagnosisReport {
  readonly vms: number
  readonly problems: number
  /** Judging and diagnosing facts that were parsed before. */
  readonly diagnosisMs: number
  /** The same from the JSON text, including parsing. */
  readonly fromTextMs: number
}

function shortest(act: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const since = performance.now()
    act()
    return performance.now() - since
  })
  return Math.round(Math.min(...times))
}

/** Diagnoses ten thousand different VMs with encryption in every state, on one core; the shortest of three rounds. */
export function measureDiagnosis(): DiagnosisReport {
  const world = createWorld({ tenantId: 'bench', scenario: 'fleet', seed: 1, vms, subscriptions: 10, ade: 1 })
  const texts = [...world.vms.values()].map((vm) => JSON.stringify(renderVm(vm, true)))
  const facts = texts.map((text) => readVmFacts(JSON.parse(text)))
  let problems = 0
  const diagnosisMs = shortest(() => {
    problems = facts.reduce((sum, one) => sum + diagnose(one, judge(one)).length, 0)
  })
  const fromTextMs = shortest(() => {
    for (const text of texts) {
      const one = readVmFacts(JSON.parse(text))
      diagnose(one, judge(one))
    }
  })
  return { vms, problems, diagnosisMs, fromTextMs }
}
