// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import { messages } from '@/lib/i18n/messages'
import type { Language } from '@/lib/i18n/languages'
import { FleetHeadline, type FleetHeadlineProps } from './fleet-headline'

afterEach(cleanup)

function headline(language: Language, props: Partial<FleetHeadlineProps>): string {
  const all: FleetHeadlineProps = { confirmed: 21, total: 128, notRead: 0, reach: 'all', weekAgo: null, ...props }
  const { container } = render(
    <IntlProvider language={language} texts={messages[language]}>
      <FleetHeadline {...all} />
    </IntlProvider>,
  )
  const text = container.textContent
  cleanup()
  return text
}

it.each<readonly [Partial<FleetHeadlineProps>, string]>([
  [{ weekAgo: 13, notRead: 2 }, '21 of 128 VMs confirmed encrypted, 8 more than a week ago, 2 could not be read.'],
  [{ weekAgo: 22 }, '21 of 128 VMs confirmed encrypted, 1 fewer than a week ago.'],
  [{ weekAgo: 21 }, '21 of 128 VMs confirmed encrypted, as many as a week ago.'],
  [{ reach: 'least' }, 'At least 21 of at least 128 VMs confirmed encrypted.'],
  [{ confirmed: 0 }, '0 of 128 VMs confirmed encrypted.'],
  // None was found, and not everything was read: that is no 0.
  [{ confirmed: 0, reach: 'least', weekAgo: 3 }, '128 VMs were found, none of them confirmed encrypted so far.'],
  [{ reach: 'none' }, ''],
  [{ total: 0, confirmed: 0 }, ''],
])('%j', (props, expected) => {
  expect(headline('en', props)).toBe(expected)
})

it('is one sentence in Japanese too', () => {
  expect(headline('ja', { weekAgo: 13, notRead: 2 })).toBe(
    'VM 128 台のうち 21 台の暗号化を確認済み、1 週間前より 8 台増加、2 台は読み取れませんでした。',
  )
})
