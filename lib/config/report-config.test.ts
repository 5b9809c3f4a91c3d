import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { mayPass, parseReportConfig, reportConfig } from './report-config'

describe('the variables of reports', () => {
  afterEach(() => vi.unstubAllEnvs())

  it('write none by default, and one a day where a folder is named', () => {
    expect(parseReportConfig({ SEALWATCH_REPORTS_HOURS: '2' })).toEqual({ ok: true, value: null })
    expect(parseReportConfig({ SEALWATCH_REPORTS_DIR: '/r' })).toEqual({
      ok: true,
      value: { place: { kind: 'folder', folder: '/r' }, everyMs: 86_400_000, keep: 30, language: 'en' },
    })
  })

  it('are named where they are wrong', () => {
    const parsed = parseReportConfig({
      SEALWATCH_REPORTS_DIR: '/r',
      SEALWATCH_REPORTS_HOURS: '0',
      SEALWATCH_REPORTS_KEEP: '-1',
      SEALWATCH_REPORTS_LANGUAGE: 'fr',
    })
    expect(parsed.ok ? [] : parsed.failure.map(({ variable }) => variable)).toEqual([
      'SEALWATCH_REPORTS_HOURS',
      'SEALWATCH_REPORTS_KEEP',
      'SEALWATCH_REPORTS_LANGUAGE',
    ])
  })

  it('name a container of the cloud’s own storage, without a signature, and no folder besides', () => {
    const at = (container: string, more: Readonly<Record<string, string>> = {}) => {
      const parsed = parseReportConfig({ SEALWATCH_REPORTS_CONTAINER: container, ...more })
      return parsed.ok ? parsed.value?.place : parsed.failure.map(({ variable }) => variable)
    }
    const refused = ['SEALWATCH_REPORTS_CONTAINER']
    const address = 'https://acme.blob.core.windows.net/fleet-reports'
    const container = { kind: 'container', address }
    expect([at(address), at(`${address}/`)]).toEqual([container, container])
    for (const wrong of [
      address.replace('https', 'http'),
      `${address}?sv=2021&sig=x`,
      `${address}/more`,
      'https://acme.blob.core.windows.net',
      'https://acme.blob.core.windows.net/a--b',
      'https://acme.blob.core.windows.net.evil.example/reports',
      'https://acme.blob.core.windows.net:8443/reports',
      'https://acme.blob.core.chinacloudapi.cn/reports',
      'reports',
    ])
      expect([wrong, at(wrong)]).toEqual([wrong, refused])
    expect(at(address, { SEALWATCH_REPORTS_DIR: '/r' })).toEqual(refused)
    expect(at(address, { SEALWATCH_CLOUD: 'china' })).toEqual(refused)
    const fake = 'https://127.0.0.1:4011'
    const own = { SEALWATCH_STORAGE_ORIGIN: fake }
    expect(at(`${fake}/storage/acme/reports`, own)).toEqual({
      kind: 'container',
      address: `${fake}/storage/acme/reports`,
    })
    expect(at(address, own)).toEqual(refused)
  })

  it('do not end the start where the disk is full, read-only or closed', () => {
    const codes = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES']
    expect([...codes, 'ENOENT', 'EISDIR', 'ENOTDIR'].filter(mayPass)).toEqual(codes)
  })

  it('need a folder in which files can be written, at the start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sealwatch-reports-'))
    vi.stubEnv('SEALWATCH_REPORTS_DIR', folder)
    expect(reportConfig()?.place).toEqual({ kind: 'folder', folder })
    rmSync(folder, { recursive: true })
    expect(() => reportConfig()).toThrow(
      'SEALWATCH_REPORTS_DIR: must be a folder in which files can be written (ENOENT)',
    )
  })
})
