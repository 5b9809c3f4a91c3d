// @vitest-environment jsdom
import { gzipSync } from 'node:zlib'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { IntlProvider } from '@/components/providers/intl-provider'
import { languages } from '@/lib/i18n/languages'
import { messages } from '@/lib/i18n/messages'
import { ExplainPage } from './explain-page'

afterEach(cleanup)

const header = '{"kind":"header","format":"sealwatch-bundle","version":1}\n'

it.each(languages)(
  'does not open a compressed file or a bundle, and names the command that does, in %s',
  async (language) => {
    const { explain } = messages[language]
    render(
      <IntlProvider language={language} texts={messages[language]}>
        <ExplainPage />
      </IntlProvider>,
    )
    const field = screen.getByRole('textbox', { name: explain.field })
    fireEvent.drop(field, { dataTransfer: { files: [new File([gzipSync(header)], 'fleet.ndjson.gz')] } })
    expect(await screen.findByText(explain.error.compressed.title)).toBeDefined()
    expect(screen.getByText(/npx sealwatch open/)).toBeDefined()
    fireEvent.change(screen.getByLabelText(explain.file), { target: { files: [new File([header], 'fleet.ndjson')] } })
    expect(await screen.findByText(explain.error.bundle.title)).toBeDefined()
    expect(screen.getByText(/npx sealwatch open/)).toBeDefined()
    expect(field).toHaveProperty('value', '')
  },
)
