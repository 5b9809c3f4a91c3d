// @vitest-environment jsdom
import { gzipSync } from 'node:zlib'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { afterEach, expect, it, vi } from 'vitest'
import { takeHandedFile } from '@/components/providers/handed-file'
import { IntlProvider } from '@/components/providers/intl-provider'
import { languages, type Language } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { ExplainPage } from './explain-page'

afterEach(cleanup)

const header = '{"kind":"header","format":"sealwatch-bundle","version":1}\n'

const zip = 'PK\u0003\u0004\u0014'

function explainIn(language: Language) {
  const push = vi.fn<(href: string) => void>()
  const router = { push } as unknown as AppRouterInstance
  render(
    <AppRouterContext value={router}>
      <IntlProvider language={language} texts={messages[language]}>
        <ExplainPage />
      </IntlProvider>
    </AppRouterContext>,
  )
  const { explain } = messages[language]
  const field = screen.getByRole('textbox', { name: explain.field })
  const drop = (file: File) => fireEvent.drop(field, { dataTransfer: { files: [file] } })
  return { push, field, drop, explain }
}

it.each(languages)('does not open an archive or an unpacked bundle, and says what to drop, in %s', async (language) => {
  const { push, field, drop, explain } = explainIn(language)
  drop(new File([zip], 'fleet.zip'))
  expect(await screen.findByText(explain.error.compressed.title)).toBeDefined()
  expect(screen.getByText(/npx sealwatch open/)).toBeDefined()
  fireEvent.change(screen.getByLabelText(explain.file), { target: { files: [new File([header], 'fleet.ndjson')] } })
  expect(await screen.findByText(explain.error.bundle.title)).toBeDefined()
  expect(screen.getByText(/npx sealwatch open/)).toBeDefined()
  expect(field).toHaveProperty('value', '')
  expect(push).not.toHaveBeenCalled()
})

it('hands a bundle to the page that shows it, once', async () => {
  const { push, drop } = explainIn('en')
  const file = new File([gzipSync(header)], 'fleet.ndjson.gz')
  drop(file)
  await expect.poll(() => push.mock.calls).toEqual([['/file']])
  expect([takeHandedFile(), takeHandedFile()]).toEqual([file, null])
})
