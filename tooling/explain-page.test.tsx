// @vitest-environment jsdom
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import { answerForPeople } from '@/lib/cli/explain-as-text'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { recordedBody, recordedStates, recordingsPresent } from '@/lib/encryption/testing/recordings'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { buildIndex } from '@/lib/search/build-index'
import { Explained } from '@/components/explain/explained'

const { explain, troubleshoot } = messages.en
const shared = process.env['SEALWATCH_SHARED'] ?? join(process.cwd(), '..', 'shared')
const cases = join(shared, 'cases')
const severities = Object.values(troubleshoot.severity).join('|')
const supports = Object.values(troubleshoot.support).join('|')

/** What the command line prints of problems, causes, steps and losses, in its order. */
function advicesIn(printed: string): readonly string[] {
  return printed.split('\n').flatMap((line) => {
    const [, severity, problem] = new RegExp(`^(${severities}): (.+)$`).exec(line) ?? []
    const [, cause, support] = new RegExp(`^  \\d\\. (.+) \\((${supports})\\)$`).exec(line) ?? []
    const [, step] = /^ {5}- (.+)$/.exec(line) ?? []
    const [, loss] = /^ {7}! (.+)$/.exec(line) ?? []
    return [severity, problem, cause, support, step, loss].filter((part) => part !== undefined)
  })
}

/** All visible text of the page for a pasted text. */
async function pageOf(text: string): Promise<string> {
  const { container } = render(
    <IntlProvider language="en" texts={messages.en}>
      <Explained read={explainAny(text)} text={text} />
    </IntlProvider>,
  )
  // The texts of causes are loaded on use.
  if (screen.queryAllByText(explain.openHelp).length > 0) await screen.findAllByText(explain.causes)
  return container.textContent
}

async function expectAlike(text: string): Promise<number> {
  const { output } = await answerForPeople(text, 'en')
  const page = (await pageOf(text)).replace(/\s+/g, ' ')
  const advices = advicesIn(output).map((advice) => advice.replaceAll('`', '').replace(/\s+/g, ' '))
  let from = 0
  for (const advice of advices) {
    const found = page.indexOf(advice, from)
    expect(found, advice).toBeGreaterThanOrEqual(0)
    from = found + advice.length
  }
  return advices.length
}

describe('the page shows the causes and steps that the command line prints, in the same order', () => {
  afterEach(cleanup)

  const files = existsSync(cases) ? readdirSync(cases).filter((name) => /^\d+\.txt$/.test(name)) : []
  const bodies = recordedStates<{ readonly file: string; readonly interaction: number }>('TRUTH.json')

  it.skipIf(!existsSync(cases)).each(files)('paste %s', async (name) => {
    await expectAlike(readFileSync(join(cases, name), 'utf8'))
  })

  it.skipIf(!recordingsPresent).each(bodies)('recorded VM $file $interaction', async ({ file, interaction }) => {
    await expectAlike(JSON.stringify(recordedBody(file, interaction)))
  })

  it('of a VM that failed, each cause with the strength of its evidence', async () => {
    const failed = vmBody({
      extension: {
        provisioningState: 'Failed',
        status: {
          code: 'ProvisioningState/failed/19',
          message: 'Failed to encrypt OS volume with error: Command umount /oldroot failed, target is busy',
        },
      },
    })
    expect(await expectAlike(JSON.stringify(failed))).toBeGreaterThan(5)
    expect(screen.getAllByText(explain.steps.replace('{number, number}', '1')).length).toBeGreaterThan(0)
  })
})

describe('the line that decides', () => {
  afterEach(cleanup)

  it('stands below the title of its problem, with its age and that nothing after it is known', async () => {
    const page = await pageOf('2020/01/02 03:04:05 [AzureDiskEncryption] 2943: [Info] OS disk encryption started')
    const places = [
      troubleshoot.severity.info,
      explain.age.agedWithoutZone.split('{age}')[0] ?? '',
      explain.age.after,
      'OS disk encryption started',
      explain.causes,
    ].map((text) => page.indexOf(text))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  it('is called undated where it has no date', async () => {
    expect(await pageOf('OS disk encryption started')).toContain(explain.age.undated)
  })
})

describe('an unknown text', () => {
  afterEach(cleanup)

  const lotus = 'Encryption succeeded for the lotus volumes'

  it('has the nearest known texts and why they are not it, and no advice', async () => {
    const page = await pageOf(lotus)
    expect(page).toContain(explain.unknownText)
    expect(page).toContain('Encryption succeeded for data volumes')
    expect(page).toContain(explain.missing.replace('{words}', 'data'))
    for (const advice of [explain.causes, explain.openHelp, explain.steps.split('{')[0] ?? '', 'restart', 'Restart'])
      expect(page).not.toContain(advice)
    expect(screen.queryAllByRole('listitem')).toHaveLength(1)
  })

  it.each(['en', 'ja'] as const)('has them on the command line too (%s)', async (language) => {
    const { output, failed } = await answerForPeople(lotus, language)
    const words = messages[language].explain
    expect(failed).toBe(true)
    expect(output).toContain(`${words.nearest}: Encryption succeeded for data volumes`)
    expect(output).toContain(words.missing.replace('{words}', 'data'))
    expect(output).not.toMatch(/^ {2}\d\. |^ {5}- /m)
  })
})

describe('a question without a message', () => {
  const asked = 'Is it possible to turn ADE off again on Linux when the OS disk is already encrypted?'

  let index = ''
  // What the page loads on use, before it is timed.
  beforeAll(async () => {
    ;[index] = await Promise.all([buildIndex('en'), loadRemedies('en')])
  })
  beforeEach(() => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(index)))
  })
  afterEach(() => {
    cleanup()
    vi.unstubAllGlobals()
  })

  it('leads to the same articles of Help on the page and on the command line, and says that they may not apply', async () => {
    await pageOf(asked)
    await expect.poll(() => screen.queryByText(explain.nearTitle)).not.toBeNull()
    const { output } = await answerForPeople(asked, 'en')
    const printed = [...output.matchAll(/^ {2}- (.+) \((\/help\/[^)]+)\)$/gm)].map(([, title, path]) => [title, path])
    const links = screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')])
    expect(printed.length).toBeGreaterThan(0)
    expect(links).toEqual(printed)
    expect(links.map(([, path]) => path)).toContain('/help/disable-refused-os-encrypted')
    for (const words of [explain.nearTitle, explain.nearText]) expect(output).toContain(words)
  })

  it('leads nowhere where a message is known, and where the text is another file', async () => {
    for (const text of ['OS disk encryption started', 'PK\u0003\u0004\u0014'])
      expect((await answerForPeople(text, 'en')).output).not.toContain(explain.nearTitle)
  })
})
