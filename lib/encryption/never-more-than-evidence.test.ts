import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vmBody, type DiskOptions, type ExtensionOptions, type VmOptions } from '@/lib/facts/testing/vm-body'
import { readVmFacts } from '@/lib/facts/vm-facts'
import { evidence } from './evidence'
import { explainWithEvidence } from '@/lib/diagnosis/explain'
import { judge } from './judge'
import { stateOfData } from './roll-up'
import { reportedWords, vmStates, volumeStates, type TextVerdict, type Verdict } from './types'

const words = [...reportedWords, 'encrypted', 'ENCRYPTED', 'Unknown', '', 'constructor']
const word = fc.constantFrom(...words)
const disk: fc.Arbitrary<DiskOptions> = fc.record(
  {
    stamp: fc.constantFrom('encrypted', 'Encrypted', 'notEncrypted', 'odd', null),
    settings: fc.constantFrom(true, false),
    view: fc.boolean(),
    vhd: fc.boolean(),
    securityEncryptionType: fc.constantFrom('DiskWithVMGuestState', 'VMGuestStateOnly'),
  },
  { requiredKeys: [] },
)
const extension: fc.Arbitrary<ExtensionOptions> = fc.record(
  {
    name: fc.constantFrom('ade', 'AzureDiskEncryption', 'other'),
    version: fc.constantFrom('0.1', '1.1', '1.4', '2.2', '3.0', 'x'),
    provisioningState: fc.constantFrom('Succeeded', 'Failed', 'Updating', ''),
    operation: fc.constantFrom('EnableEncryption', 'EnableEncryptionFormatAll', 'DisableEncryption', null),
    volumeType: fc.constantFrom<unknown>('OS', 'Data', 'All', 0, 1, 2, '', null, {}),
    report: fc.oneof(fc.record({ os: word, data: word }, { requiredKeys: [] }), fc.string()),
    status: fc.record(
      {
        code: fc.constantFrom('ProvisioningState/succeeded', 'ProvisioningState/failed/22'),
        level: fc.constantFrom('Info', 'Error'),
        message: fc.string(),
      },
      { requiredKeys: [] },
    ),
    resource: fc.boolean(),
    view: fc.boolean(),
    viewType: fc.constantFrom(null, 'x'),
  },
  { requiredKeys: [] },
)
const vm: fc.Arbitrary<VmOptions> = fc.record(
  {
    os: fc.constantFrom('Linux', 'Windows'),
    osDisk: fc.option(disk),
    data: fc.array(disk, { maxLength: 4 }),
    model: fc.constantFrom<object>(
      {},
      { enabled: false },
      { enabled: true },
      { enabled: true, diskEncryptionKey: { secretUrl: 'https://v/secrets/a/b' } },
    ),
    extensions: fc.array(extension, { maxLength: 3 }),
    instanceView: fc.boolean(),
    securityType: fc.constantFrom('ConfidentialVM', 'TrustedLaunch'),
    encryptionAtHost: fc.boolean(),
  },
  { requiredKeys: [] },
)

/** Replaces some values of a body: drops, nulls, wrong types, duplicates, and texts in another case. */
function mutate(value: unknown, choose: () => number): unknown {
  const dice = choose() % 40
  if (dice === 0) return null
  if (dice === 1) return choose()
  if (dice === 2) return [value, value]
  if (typeof value === 'string') return dice === 3 ? value.toUpperCase() : value
  if (Array.isArray(value)) {
    const mutated = value.map((element) => mutate(element, choose))
    return dice === 4 ? [...mutated, ...mutated] : mutated
  }
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(() => choose() % 40 !== 0)
  return Object.fromEntries(entries.map(([key, field]) => [key, mutate(field, choose)]))
}

const mutated = fc.tuple(vm, fc.array(fc.nat(), { minLength: 1, maxLength: 60 })).map(([options, numbers]): unknown => {
  let index = 0
  return mutate(vmBody(options), () => numbers[index++ % numbers.length] ?? 1)
})

function expectClosed(verdict: TextVerdict): void {
  expect(vmStates).toContain(verdict.state)
  expect(volumeStates).toContain(verdict.os.state)
  const listed = verdict.volumes.filter((volume) => volume.role === 'data').length
  expect(verdict.data.total ?? 1).toBe(listed)
  // A text that lists no disks names them together.
  if (verdict.data.total === null) expect(verdict.volumes.at(-1)?.name).toBe('DataVolumes')
  // Without the model's disks it is unknown whether there are data disks.
  const expected = listed === 0 ? ['none', 'unknown'] : [stateOfData(verdict.volumes)]
  expect(expected).toContain(verdict.data.state)
  for (const volume of verdict.volumes) expect(volumeStates).toContain(volume.state)
}

/** `encrypted` needs a report and a stamp that both show it, for every volume that is called encrypted. */
function expectHonest(verdict: TextVerdict): void {
  for (const volume of verdict.volumes) {
    if (volume.state !== 'encrypted') continue
    expect(volume.stamp).toBe('encrypted')
    expect(verdict[volume.role].reported).toBe('Encrypted')
  }
  if (verdict.state === 'encrypted') expect(verdict.volumes.every((volume) => volume.state === 'encrypted')).toBe(true)
  if (verdict.data.state === 'encrypted') expect(verdict.data.stamped).toBe(verdict.data.total)
}

function check(body: unknown): Verdict {
  const facts = readVmFacts(body)
  const verdict = judge(facts)
  expectClosed(verdict)
  expectHonest(verdict)
  expect(evidence(facts, verdict)).toHaveLength(4)
  return verdict
}

describe('any input', () => {
  it('any JSON leads to a state and no more than the evidence shows', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => void check(json)),
      { numRuns: 500 },
    )
  })

  it('any generated VM', () => {
    fc.assert(
      fc.property(vm, (options) => void check(vmBody(options))),
      { numRuns: 1_000 },
    )
  })

  it('the generated VMs reach most states', () => {
    // With a seed: the rarer states occur in most samples, not in every one.
    const samples = fc.sample(vm, { numRuns: 1_000, seed: 1 })
    const seen = new Set(samples.map((options) => check(vmBody(options)).state))
    for (const state of [
      'failed',
      'encrypting',
      'unknown',
      'partly-encrypted',
      'encrypted-unverified',
      'not-encrypted',
    ])
      expect(seen).toContain(state)
  })

  it('any body with parts missing, duplicated or of another type', () => {
    fc.assert(
      fc.property(mutated, (body) => void check(body)),
      { numRuns: 1_000 },
    )
  })

  it('a body without an instance view never leads to a settled state', () => {
    fc.assert(
      fc.property(vm, (options) => {
        const { state } = check(vmBody({ ...options, instanceView: false }))
        expect(['unknown', 'encrypted-unverified']).toContain(state)
      }),
    )
  })

  it('a failed enable is never encrypted unless the report proves every volume that it covers', () => {
    const failed = fc.tuple(vm, extension).map(([options, one]): VmOptions => ({
      ...options,
      extensions: [
        { ...one, provisioningState: 'Failed', resource: true, operation: 'EnableEncryption', volumeType: 'All' },
      ],
    }))
    fc.assert(
      fc.property(failed, (options) => {
        const verdict = check(vmBody(options))
        if (verdict.state === 'encrypted') expect(verdict.os.reported).toBe('Encrypted')
      }),
    )
  })

  it('a message of a megabyte', () => {
    const message = 'Failed '.repeat(150_000)
    const verdict = check(vmBody({ extension: { status: { message }, report: message } }))
    expect(verdict.progress.message).toHaveLength(message.length)
  })

  it.each([[[null]], [['x', 5]], [{}], ['x'], [true]])('unreadable data disks: %j', (dataDisks) => {
    const stamped = { stamp: 'encrypted', settings: true }
    const body = vmBody({ osDisk: stamped, extension: { report: { os: 'Encrypted', data: 'Encrypted' } } })
    expect(check(body).state).toBe('encrypted')
    const text = JSON.stringify(body).replace('"dataDisks":[]', `"dataDisks":${JSON.stringify(dataDisks)}`)
    expect(check(JSON.parse(text)).state).toBe('conflict')
    expect(check(JSON.parse(JSON.stringify(body).replace('"dataDisks":[]', '"dataDisks":null'))).state).toBe(
      'encrypted',
    )
  })

  it('keys of the prototype', () => {
    const report = '{"__proto__":{"os":"Encrypted","data":"Encrypted"},"constructor":{"os":"Encrypted"}}'
    expect(check(vmBody({ osDisk: { stamp: 'encrypted', settings: true }, extension: { report } })).state).toBe(
      'encrypted-unverified',
    )
  })
})

describe('any pasted text', () => {
  const block = fc
    .tuple(word, word, fc.string())
    .map(
      ([os, data, message]) =>
        `OsVolumeEncrypted : ${os}\nDataVolumesEncrypted : ${data}\nProgressMessage : ${message}`,
    )
  const azOutput = fc
    .record({ disks: fc.jsonValue(), status: fc.jsonValue(), substatus: fc.jsonValue() })
    .map((value) => JSON.stringify(value))
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    block,
    azOutput,
    mutated.map((body) => JSON.stringify(body)),
  )

  it('gives an error code or a state, and `encrypted` only with a stamp and a sub-status', () => {
    fc.assert(
      fc.property(text, (paste) => {
        const result = explainWithEvidence(paste)
        if (!result.ok) return
        expectClosed(result.value.explanation)
        expectHonest(result.value.explanation)
        if (result.value.input === 'powershell')
          expect(paste === '' || result.value.explanation.state).not.toBe('encrypted')
      }),
      { numRuns: 1_000 },
    )
  })
})
