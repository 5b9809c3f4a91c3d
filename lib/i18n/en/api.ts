import type { HeaderName } from '@/lib/openapi/texts'
import type { AnswerKind, Tag } from '@/lib/openapi/types'
import { operations, parameters } from './api-operations'
import { schemas } from './api-schemas'

/** Words of the API’s description and of the page that shows it. */
export const api = {
  title: 'Sealwatch API',
  about:
    'The answers of the screens, for programs. Every request reads with the rights of the person whose token it carries, and nothing changes Azure. What could not be read is unknown, with its cause; no answer says more than its evidence. Errors are data with a stable `code`. Answers may gain fields, and lists of codes may gain values: read past what you do not know, and take an unknown state for unknown.',
  tag: {
    fleet: 'Fleet',
    vm: 'Virtual machines',
    watches: 'Following',
    snapshots: 'Links without sign-in',
    retirement: 'Retirement',
    admin: 'Administration',
    service: 'The service itself',
  } satisfies Record<Tag, string>,
  operation: operations,
  parameter: parameters,
  schema: schemas,
  answer: {
    read: 'The answer.',
    stream: 'JSON Lines as they come: a text of which each line is one JSON value. The schema is that of a line.',
    done: 'Done.',
    unchanged: 'You have the same document already.',
    'not-ready': 'The server is not ready for requests; the body says why.',
    document: 'The document.',
    file: 'A file: JSON Lines, of which the schema is that of a line, or CSV.',
  } satisfies Record<AnswerKind, string>,
  header: {
    'X-Request-Id': 'Id of the request, to quote to the operator.',
    'RateLimit-Policy':
      'How many requests (`q`) a person may make in how many seconds (`w`), by draft-ietf-httpapi-ratelimit-headers-10. Each server process counts for itself.',
    RateLimit: 'How many requests are left (`r`), and after how many seconds all of them are back (`t`).',
    'Retry-After': 'Seconds to wait before another try makes sense.',
    'WWW-Authenticate': 'What sign-in is wanted; for a claims challenge with the claims to ask for.',
    ETag: 'Names the document’s bytes.',
  } satisfies Record<HeaderName, string>,
  security: {
    person: 'Sign-in of a person. Applications of their own have no access.',
    token: 'A person’s access token for this API, for example from azure-cli.',
    scope: 'Read with your rights',
  },
  page: {
    title: 'API',
    document: 'The OpenAPI document',
    toc: 'What there is',
    begin: 'Begin',
    address: 'Where this dashboard is:',
    token: 'A token of yours, for an hour or so:',
    allowed:
      'The operator decides which programs may ask for people. This deployment takes tokens of `azure-cli`, given that its registration allows it.',
    notAllowed:
      'This deployment does not take tokens of `azure-cli` yet: the operator adds its client id to `SEALWATCH_API_CLIENTS` and to the API’s pre-authorised applications.',
    fleet: 'The fleet, a page at a time:',
    limits: 'Limits',
    limit:
      'One person may make {requests} requests a minute. Every answer says in the header `RateLimit` how many are left; too many are answered with 429 and `Retry-After`. Others are not held up.',
    errors: 'Errors',
    errorsLead: 'Every error is JSON with one of these codes. Codes are for good; texts are not.',
    code: 'Code',
    status: 'Status',
    meaning: 'Meaning',
    again: 'Again',
    retryable: 'helps later',
    notRetryable: 'does not help',
    parameters: 'Parameters',
    required: 'required',
    inPath: 'in the path',
    inQuery: 'in the query',
    inHeader: 'as a header',
    body: 'What is sent',
    answers: 'Answers',
    noSignIn: 'No sign-in is needed.',
    example: 'Example: {name}',
    schemas: 'Schemas',
    field: 'Field',
    type: 'Type',
    values: '{count} values',
    fields: '{count} fields',
    line: 'a line',
    optional: 'may be missing',
  },
}
