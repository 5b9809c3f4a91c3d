import type { DoctorWords } from '../types'
import { englishDirectoryFindings } from './findings-directory'
import { englishServerFindings } from './findings-server'

export const englishDoctor: DoctorWords = {
  checks: {
    address: 'Address',
    tls: 'TLS certificate',
    'old-tls': 'Old TLS versions',
    http: 'Access without TLS',
    identity: 'Response comes from Sealwatch',
    alive: 'Server and configuration',
    database: 'History database',
    'server-directory': 'Server access to Microsoft Entra ID',
    clock: 'Server clock',
    headers: 'Security headers',
    bridge: 'Sign-in redirect page',
    proxies: 'Proxies in front of the server',
    cloud: 'Azure cloud',
    tenant: 'Tenant',
    arm: 'Azure Resource Manager',
    'page-client': 'Page registration',
    redirect: 'Redirect URI',
    'client-type': 'Redirect URI type',
    scope: 'API scope',
    consent: 'Permissions and consent',
    'token-version': 'Access token version',
    environment: 'Environment file',
    credential: 'API credential',
  },
  findings: { ...englishServerFindings, ...englishDirectoryFindings },
  unchecked: {
    'no-connection': 'no usable response',
    'plain-http-here': 'the address is plain http on this machine',
    'plain-http': 'the address is plain http',
    'own-port': 'the address contains a port; specify the address without TLS with --http-address',
    'not-known': 'the response shows neither',
    'not-sealwatch': 'the deployment does not return its settings',
    'server-stopping': 'the server is shutting down; run this again when the next one has started',
    'history-off': 'history is disabled',
    'entra-not-reached': 'the directory cannot be reached from here',
    'arm-not-reached': '{arm} cannot be reached from here, which says nothing about the server',
    'no-date': 'the directory’s response has no date',
    'forwarding-replaced':
      'a proxy replaced the X-Forwarded-For header, so the proxies cannot be counted (the server trusts {believed})',
    'client-is-proxy':
      'the server takes the address that this request came from for a proxy’s; run this from a machine that is not one of your proxies, and not through one',
    'entra-asks-first': 'Entra requires a sign-in before it checks the scope; use --registrations to read it',
    'entra-said-other': 'Entra returned a different error first (AADSTS{number})',
    'only-registrations-tell': 'only the registrations show this; --registrations reads them with azure-cli',
    'registrations-unreadable':
      'azure-cli could not read the registrations: check that it is installed, signed in to this tenant, and allowed to read them',
    'registrations-other-tenant':
      'azure-cli is signed in to the tenant {signedIn}, the deployment belongs to {wanted}: az login --tenant {wanted}',
    'no-environment-file': 'not visible from outside; --environment reads the deployment’s environment',
    'credential-only-there': 'a managed identity can be tested only on the machine that has it',
  },
  notChecked: 'not checked',
  seen: 'Found',
  cause: 'Cause',
  next: 'Next',
  summary: '{address}: {wrong} failed, {ok} passed, {unchecked} not checked.',
}
