// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import { explainAny } from '@/lib/diagnosis/text/explain-any'
import { vmBody } from '@/lib/facts/testing/vm-body'
import { messages } from '@/lib/i18n/messages'
import { loadRemedies } from '@/lib/i18n/remedies/load'
import { samples } from '@/lib/messages/testing/samples'
import { ExplainResult } from './explain-result'

const { explain, vm } = messages.en

function showText(text: string): void {
  const read = explainAny(text)
  if (read.kind !== 'vm') throw new Error(read.kind)
  render(
    <IntlProvider language="en" texts={messages.en}>
      <ExplainResult
        explained={read.explained}
        troubleshooting={read.troubleshooting}
        around={null}
        saysMore={false}
        fragments={[]}
      />
    </IntlProvider>,
  )
}

const show = (data: string): void =>
  showText(`OsVolumeEncrypted : Encrypted\nDataVolumesEncrypted : ${data}\nProgressMessage : Provisioning succeeded`)

describe('what another tool’s output does not show', () => {
  afterEach(cleanup)

  it('is called unknown on the page', () => {
    show('NotMounted')
    expect(screen.getByText(explain.methodUnknown, { exact: false })).toBeTruthy()
    expect(screen.getByText(vm.evidence.dataUnknown)).toBeTruthy()
    expect(screen.getByText(vm.tools.cliUnknown)).toBeTruthy()
    expect(screen.getByText(vm.tools.portalUnread)).toBeTruthy()
    expect(screen.queryByText(messages.en.evidence.stamp.absent)).toBeNull()
  })

  it('is shown when the output shows it', () => {
    show('NoDiskFound')
    expect(screen.getByText('Method: single pass.', { exact: false })).toBeTruthy()
    expect(screen.getByText(vm.tools.cliPrinted)).toBeTruthy()
    expect(screen.queryByText(vm.evidence.dataUnknown)).toBeNull()
  })
})

describe('the output of a tool beside a body', () => {
  afterEach(cleanup)

  it('is shown, and where it denies the body, nothing is said to be at rest', () => {
    const disk = { stamp: 'encrypted', settings: true }
    const body = vmBody({ osDisk: disk, extension: { report: { os: 'Encrypted', data: 'NotMounted' } } })
    const read = explainAny(`${JSON.stringify(body)}\n\n/dev/mapper/osencrypt is inactive.`)
    if (read.kind !== 'vm') throw new Error(read.kind)
    render(
      <IntlProvider language="en" texts={messages.en}>
        <ExplainResult {...read} />
      </IntlProvider>,
    )
    expect(screen.getByText(explain.fragment['cryptsetup-status'].title)).toBeTruthy()
    expect(screen.getByText(explain.contradicted)).toBeTruthy()
    expect(screen.queryByText(messages.en.vm.next.title)).toBeNull()
  })
})

describe('a body with words that are not known', () => {
  afterEach(cleanup)

  it('names them, leaves open whether work runs, and shows nothing for the portal', () => {
    const body = vmBody({
      osDisk: { stamp: 'enchanted' },
      extension: { provisioningState: 'Splendid' },
      power: 'dreaming',
    })
    showText(JSON.stringify(body))
    for (const word of ['EncryptionState/enchanted', 'Splendid', 'dreaming'])
      expect(screen.getAllByText(word).length).toBeGreaterThan(0)
    expect(screen.getByText(messages.en.verdict.next['operation-not-known'].title)).toBeTruthy()
    expect(screen.getByText(vm.tools.portalUnread)).toBeTruthy()
    expect(screen.queryByText(messages.en.flags.reason['vm-not-running'])).toBeNull()
  })
})

describe('a VM that Azure Disk Encryption does not support', () => {
  afterEach(cleanup)

  it('is told why no request is offered', async () => {
    const status = { code: 'ProvisioningState/failed', level: 'Error', message: samples['linux-os-unmount-exhausted'] }
    const report = { os: 'NotEncrypted', data: 'NotMounted' }
    showText(JSON.stringify(vmBody({ encryptionAtHost: true, extension: { status, report } })))
    const { steps, reasons } = await loadRemedies('en')
    expect(await screen.findByText(reasons['host-encryption-on'], { exact: false })).toBeTruthy()
    expect(screen.getAllByText(steps['request-unsupported'].title).length).toBeGreaterThan(1)
  })
})
