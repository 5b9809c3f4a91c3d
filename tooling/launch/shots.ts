import type { Page } from '@playwright/test'
import { people, type PersonName } from '@/e2e/fixtures/people'
import type { FaultInput, TenantInput } from '@/e2e/simulator/control/shapes'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { messages } from '@/lib/i18n/messages'

export interface Shot {
  readonly name: string
  /** Shown in the README, therefore committed. */
  readonly readme?: boolean
  /** Shows the tenant of `npm run demo` with its history, instead of a world of its own. */
  readonly demo?: boolean
  readonly path?: string
  /** Name of a VM whose page is shown, instead of a path. */
  readonly vm?: string
  /** Null stays signed out; by default the fleet administrator. */
  readonly person?: PersonName | null
  readonly world?: Partial<TenantInput>
  readonly faults?: readonly FaultInput[]
  readonly width?: number
  readonly height?: number
  readonly scale?: number
  readonly scheme?: 'light' | 'dark'
  readonly contrast?: 'more' | 'no-preference'
  readonly language?: 'en' | 'ja'
  /** A text that must be visible before the picture is taken. */
  readonly ready?: string | RegExp
  readonly waitMs?: number
  readonly full?: boolean
  readonly act?: (page: Page) => Promise<void>
}

const settle = 4000
const quiet = 1500
const openPanel = async (page: Page): Promise<void> => {
  const rows = page.getByRole('row')
  await ((await rows.count()) > 3 ? rows.nth(3) : page.getByRole('listitem').last()).click()
  await page.waitForTimeout(2000)
}
const paste = async (page: Page): Promise<void> => {
  const text = JSON.stringify({
    disks: [],
    status: [{ code: 'ProvisioningState/succeeded', message: 'OS disk encryption started' }],
    substatus: [{ message: '{"os":"EncryptionInProgress","data":"NotMounted"}' }],
  })
  await page.getByRole('textbox').last().fill(text)
  await page.waitForTimeout(800)
}

const scenes = [
  { suffix: 'light', scheme: 'light' },
  { suffix: 'dark', scheme: 'dark' },
  { suffix: 'contrast-light', scheme: 'light', contrast: 'more' },
  { suffix: 'contrast-dark', scheme: 'dark', contrast: 'more' },
  { suffix: 'ja', language: 'ja' },
  { suffix: '360', width: 360, height: 740 },
  { suffix: 'zoom-400', width: 320, height: 256, full: true },
] as const

const pages = [
  { name: 'fleet', waitMs: settle },
  { name: 'panel', waitMs: settle, act: openPanel },
  { name: 'vm', vm: 'vm-odd-conflict', waitMs: settle, full: true },
  { name: 'explain', path: '/explain', person: null, act: paste, full: true },
] as const satisfies readonly Shot[]

/** Every page in every theme, width and language. */
const matrix: readonly Shot[] = pages.flatMap((page) =>
  scenes.map(({ suffix, ...scene }) => ({ ...page, ...scene, name: `${page.name}-${suffix}` })),
)

const states: readonly Shot[] = [
  { name: 'state-signed-out', person: null },
  { name: 'state-empty', world: { scenario: 'empty' }, waitMs: settle },
  { name: 'state-denied', world: { scenario: 'denied' }, waitMs: settle },
  { name: 'state-no-rights', person: people.dmitri, waitMs: settle },
  { name: 'state-loading', world: { latencyMs: 3000 }, waitMs: 5000 },
  { name: 'state-failing', faults: [{ kind: 'server-error', status: 503 }], waitMs: 15_000 },
  {
    name: 'state-throttled',
    faults: [{ kind: 'throttle', routes: ['vm-get'], retryAfter: '20' }],
    waitMs: 6000,
  },
  { name: 'state-10000', world: { scenario: 'fleet', vms: 10_000, subscriptions: 10, ade: 0.05 }, waitMs: 10_000 },
  { name: 'state-not-found', path: '/nothing-here', person: null },
  { name: 'state-vm-unknown', path: '/vm/00000000-0000-4000-8000-000000000000/rg/vm', waitMs: settle },
  { name: 'state-empty-ja', world: { scenario: 'empty' }, language: 'ja', waitMs: settle },
  { name: 'state-denied-ja', world: { scenario: 'denied' }, language: 'ja', waitMs: settle },
  { name: 'vm-restart', vm: 'vm-odd-reboot-error', waitMs: settle, full: true },
  { name: 'vm-hostile', vm: 'vm-odd-hostile', waitMs: settle, full: true },
]

const readme: readonly Shot[] = [
  { name: 'fleet', readme: true, demo: true, waitMs: settle, width: 1440, height: 900 },
  { name: 'vm', readme: true, vm: 'vm-odd-conflict', waitMs: settle, width: 1440, height: 900 },
]

type Example = keyof typeof messages.en.explain.example

const tryExample =
  (name: Example, language: 'en' | 'ja' = 'en') =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: messages[language].explain.example[name] }).click()
    await page.waitForTimeout(quiet)
  }

const fill =
  (text: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('textbox', { name: messages.en.explain.field }).fill(text)
    await page.waitForTimeout(quiet)
  }

const failedVm = vmBody({
  extension: {
    provisioningState: 'Failed',
    status: {
      code: 'ProvisioningState/failed/19',
      message:
        'Failed to encrypt OS volume with error: Command umount /oldroot failed with return code 32, target is busy',
    },
  },
})

const explain = { path: '/explain', person: null, full: true } as const

/** Explain with each kind of text that users paste. */
const explainShots: readonly Shot[] = [
  { ...explain, name: 'explain-empty' },
  { ...explain, name: 'explain-log', act: tryExample('log') },
  { ...explain, name: 'explain-console', act: tryExample('console') },
  { ...explain, name: 'explain-client', act: tryExample('client') },
  { ...explain, name: 'explain-part', act: tryExample('part') },
  { ...explain, name: 'explain-unknown', act: tryExample('unknown') },
  { ...explain, name: 'explain-vm', act: fill(JSON.stringify(failedVm, null, 1)) },
  { ...explain, name: 'explain-log-ja', language: 'ja', act: tryExample('log', 'ja') },
  { ...explain, name: 'explain-log-360', width: 360, height: 740, act: tryExample('log') },
  { ...explain, name: 'explain-log-dark', scheme: 'dark', act: tryExample('log') },
  { ...explain, name: 'explain-empty-ja', language: 'ja' },
]

/** Every picture that the command creates. */
export const shots: readonly Shot[] = [...readme, ...matrix, ...states, ...explainShots]
