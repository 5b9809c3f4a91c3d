import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { judgedOf } from '@/components/explain/judged'
import { runExplain } from '@/lib/cli/explain-program'
import { decodeText } from '@/lib/shared/decode-text'
import { shortenSecretUrls } from '@/lib/shared/secret-url'
import { explainAny, type ExplainedAny, type ExplainedOne } from '@/lib/diagnosis/text/explain-any'
import type { Troubleshooting } from '@/lib/diagnosis/troubleshoot'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { recordedBody, recordedStates } from '@/lib/encryption/testing/recordings'

const shared = process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '..', 'shared')
const cases = join(shared, 'cases')
const recordings = join(shared, 'recordings')

/** The output of the command line for a file with these bytes. */
async function printed(bytes: Uint8Array): Promise<unknown> {
  async function* open(): AsyncGenerator<Uint8Array> {
    await Promise.resolve()
    yield bytes
  }
  const parts: string[] = []
  const print = (text: string): Promise<void> => Promise.resolve(void parts.push(text))
  await runExplain(['FILE'], { open, print, complain: print })
  return JSON.parse(parts.join(''))
}

const causesOf = ({ problems }: Troubleshooting): object[] =>
  problems.map(({ kind, causes }) => ({
    kind,
    causes: causes.map((cause) => ({ kind: cause.kind, support: cause.support, steps: cause.steps })),
  }))

function heldOf({ explained, troubleshooting }: ExplainedOne): object {
  const { vm, diagnosis } = explained.explanation
  return {
    ...judgedOf(explained).verdict,
    vm,
    diagnosis,
    troubleshooting: { problems: causesOf(troubleshooting) },
  }
}

/** The page's explanation, in the shape of the command line. */
function held(read: ExplainedAny): object {
  if (read.kind === 'none') return { error: { code: read.code } }
  if (read.kind === 'vm') return heldOf(read)
  if (read.kind === 'vms') {
    const { vms, unreadable, leftOut, hasMore } = read
    return { vms: vms.map((each) => ({ position: each.position, ...heldOf(each) })), unreadable, leftOut, hasMore }
  }
  const { order, messages, unknown, foreign } = read.text
  const diagnosis = read.text.problems.map(({ kind, severity, volume }) => ({ kind, severity, volume }))
  const troubleshooting = { problems: causesOf(read.text) }
  return { text: { order, messages, unknown, foreign, fragments: read.fragments }, diagnosis, troubleshooting }
}

async function expectAlike(bytes: Uint8Array<ArrayBuffer>): Promise<ExplainedAny['kind']> {
  const read = explainAny(decodeText(bytes))
  const onPage: unknown = JSON.parse(shortenSecretUrls(JSON.stringify(held(read))))
  expect(await printed(bytes)).toMatchObject(onPage as object)
  return read.kind
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

describe('the command line and the page give the same explanation', () => {
  const files = existsSync(cases) ? readdirSync(cases).filter((name) => /^\d+\.txt$/.test(name)) : []
  const bodies = existsSync(recordings)
    ? recordedStates<{ readonly file: string; readonly interaction: number }>('TRUTH.json')
    : []

  it.skipIf(!existsSync(cases))('finds the forty pastes', () => {
    expect(files).toHaveLength(40)
  })

  it.skipIf(!existsSync(cases)).each(files)('paste %s', async (name) => {
    const kind = await expectAlike(new Uint8Array(readFileSync(join(cases, name))))
    expect(kind).not.toBe('none')
  })

  it.skipIf(!existsSync(recordings))('finds the recorded VMs', () => {
    expect(bodies).toHaveLength(26)
  })

  it.skipIf(!existsSync(recordings)).each(bodies)('recorded VM $file $interaction', async ({ file, interaction }) => {
    expect(await expectAlike(bytesOf(JSON.stringify(recordedBody(file, interaction))))).toBe('vm')
  })

  it.each([
    ['', 'none'],
    ['OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : NotMounted', 'vm'],
    [JSON.stringify([vmBody(), vmBody({ extension: {} }), {}]), 'vms'],
    [JSON.stringify({ value: [vmBody(), vmBody()], nextLink: 'https://management.azure.com/next' }), 'vms'],
  ])('%j', async (text, kind) => {
    expect(await expectAlike(bytesOf(text))).toBe(kind)
  })

  it.each([
    ['utf-16 little endian', [0xff, 0xfe], false],
    ['utf-16 big endian', [0xfe, 0xff], true],
  ])('a file in %s', async (_name, mark, swaps) => {
    const text = 'OsVolumeEncrypted : Encrypted\r\nDataVolumesEncrypted : NotMounted\r\n'
    const encoded = Buffer.from(text, 'utf16le')
    expect(await expectAlike(new Uint8Array([...mark, ...(swaps ? encoded.swap16() : encoded)]))).toBe('vm')
  })
})
