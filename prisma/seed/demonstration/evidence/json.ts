import { today } from '@/lib/platform/clock'
import type { Teller } from '../answers/teller'

const printed = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`

const alwaysServed = ['Patient', 'Practitioner', 'Organization', 'Encounter']

function resourceTypes({ facts }: Teller): string[] {
  return [
    ...alwaysServed,
    ...(facts.exchangesMedicines ? ['MedicationRequest', 'MedicationStatement', 'AllergyIntolerance'] : []),
    ...(facts.recordsClinicalData ? ['Condition', 'Observation'] : []),
    ...(facts.patientFacing ? ['Appointment', 'Communication'] : []),
  ]
}

const ukCore = (type: string) => `https://fhir.hl7.org.uk/StructureDefinition/UKCore-${type}`

/** What the product's fictitious FHIR service says of itself. */
export function capabilityStatement(t: Teller): string {
  return printed({
    resourceType: 'CapabilityStatement',
    id: t.supplier.site,
    url: `https://fhir.${t.supplier.site}.example/r4/metadata`,
    name: `${t.p.replaceAll(' ', '')}CapabilityStatement`,
    title: `${t.r} (fictitious)`,
    status: 'active',
    experimental: true,
    date: today(),
    publisher: `${t.s} (fictitious)`,
    kind: 'instance',
    software: { name: t.p, version: t.label },
    implementation: { description: 'Made for the demonstration', url: `https://fhir.${t.supplier.site}.example/r4` },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    implementationGuide: ['https://fhir.hl7.org.uk/ImplementationGuide/fhir.r4.ukcore'],
    rest: [{
      mode: 'server',
      security: { cors: false, service: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' }] }], description: 'OAuth 2.0 with signed client assertions' },
      resource: resourceTypes(t).map((type) => ({
        type,
        supportedProfile: [ukCore(type)],
        interaction: [{ code: 'read' }, { code: 'search-type' }, ...(type === 'Communication' || type === 'Appointment' ? [{ code: 'create' }] : [])],
        searchParam: type === 'Patient' ? [{ name: 'identifier', type: 'token' }, { name: 'birthdate', type: 'date' }] : [{ name: 'patient', type: 'reference' }],
      })),
    }],
  })
}

/** What validation of examples reported, as an OperationOutcome. */
export function validationReport(t: Teller): string {
  const warnings = Array.from({ length: t.n('fhir warnings', 2, 9) }, (_, index) => ({ severity: 'warning', code: 'informational', diagnostics: `Example ${index * 7 + 3}: an optional element of the profile is not used`, expression: [`${resourceTypes(t)[index % 4] ?? 'Patient'}.meta`] }))
  return printed({ resourceType: 'OperationOutcome', id: 'validation', issue: [{ severity: 'information', code: 'informational', diagnostics: `${t.n('fhir examples', 60, 240)} examples of ${t.r} validated, no error` }, ...warnings] })
}

const libraries = ['web-frame', 'date-words', 'pg-wire', 'json-rules', 'pdf-lines', 'mail-out', 'queue-keeper', 'cache-box', 'xml-reader', 'csv-rows', 'log-lines', 'crypt-box', 'form-check', 'chart-draw', 'fhir-types'] as const

/** A software bill of materials in CycloneDX. The components are invented. */
export function softwareBill(t: Teller): string {
  const components = libraries.map((name, index) => {
    const version = `${t.n(`major ${name}`, 1, 9)}.${t.n(`minor ${name}`, 0, 20)}.${index % 7}`
    return { type: 'library', 'bom-ref': `pkg:generic/${name}@${version}`, name, version, purl: `pkg:generic/${name}@${version}`, licenses: [{ license: { id: ['MIT', 'Apache-2.0', 'BSD-3-Clause'][index % 3] } }] }
  })
  return printed({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { timestamp: `${today()}T06:00:00Z`, component: { type: 'application', 'bom-ref': 'product', name: t.p, version: t.label, supplier: { name: `${t.s} (fictitious)` } } },
    components,
    dependencies: [{ ref: 'product', dependsOn: components.map((component) => component['bom-ref']) }],
  })
}

/** A description of the product's own API. */
export function openApi(t: Teller): string {
  return printed({
    openapi: '3.1.0',
    info: { title: `${t.p} (fictitious)`, version: t.label, description: `The API of ${t.p}, which is used for ${t.use}.`, license: { name: 'Free for suppliers to the NHS', url: t.address('developers/terms') } },
    servers: [{ url: `https://api.${t.supplier.site}.example/v1` }],
    paths: {
      '/entries': { get: { operationId: 'listEntries', parameters: [{ name: 'since', in: 'query', schema: { type: 'string', format: 'date-time' } }], responses: { 200: { description: 'Entries, newest first' }, 401: { description: 'No valid token' } } } },
      '/entries/{id}': { get: { operationId: 'readEntry', parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }], responses: { 200: { description: 'One entry' }, 404: { description: 'No such entry' } } } },
    },
    components: { securitySchemes: { oauth: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: `https://login.${t.supplier.site}.example/token`, scopes: { read: 'Read entries' } } } } } },
    security: [{ oauth: ['read'] }],
  })
}

/** One example of coded clinical data as the product sends it. */
export function exampleMessage(t: Teller): string {
  return printed({
    resourceType: 'Bundle',
    type: 'message',
    timestamp: `${today()}T08:30:00Z`,
    entry: [
      { resource: { resourceType: 'Patient', id: 'test-patient', identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9990000018' }], name: [{ family: 'Testperson', given: ['Ann'] }] } },
      { resource: { resourceType: 'Condition', subject: { reference: 'Patient/test-patient' }, code: { coding: [{ system: 'http://snomed.info/sct', code: '195967001', display: 'Asthma' }] }, note: [{ text: `Sent by the test system of ${t.r}` }] } },
    ],
  })
}
