import { today } from '@/lib/platform/clock'
import { addDays, addMonths } from '@/lib/platform/day'
import { stringify } from 'csv-stringify/sync'
import type { Teller } from '../answers/teller'

type Row = readonly (string | number)[]

const csv = (heads: Row, rows: readonly Row[]): string => stringify([heads, ...rows])
const counted = <T>(size: number, make: (index: number) => T): T[] => Array.from({ length: size }, (_, index) => make(index))

const hazards = [
  ['The wrong patient is on screen', 'Two records open at once', 'One record at a time; name and number on every page'],
  ['An entry is lost', 'The connection drops while saving', 'Entries kept on the device until the server answers'],
  ['Old information is taken for new', 'A page stays open over a shift', 'Time of reading shown; page renews itself'],
  ['An alert is not read', 'Too many alerts', 'Alerts by severity; review of how often each is dismissed'],
  ['An action is done twice', 'The button is pressed again', 'Each form counts once'],
  ['A message does not arrive', 'The receiver is down', 'Queue that a person watches; alarm on silence'],
  ['A unit is misread', 'Free text', 'Units chosen from a list; no trailing noughts'],
  ['The product is down', 'Failure of the host', 'Read-only copy; rehearsed paper procedure'],
  ['Somebody without need reads a record', 'Role too wide', 'Roles by task; report of unusual access'],
  ['A record is joined to the wrong person', 'Same name and birthday', 'Two people confirm; joining can be undone'],
] as const

export const hazardLog = (t: Teller): string => csv(
  ['Hazard', 'What could go wrong', 'Cause', 'Control', 'Severity', 'Likelihood before', 'Likelihood after', 'Tested in'],
  hazards.map(([hazard, cause, control], index) => [`H${index + 1}`, hazard, cause, control, t.n(`severity ${index}`, 2, 4), t.n(`before ${index}`, 2, 4), 1, `${t.r} safety test ${index + 1}`]),
)

export const uptime = (t: Teller): string => csv(
  ['Month', 'Minutes in month', 'Minutes down', 'Availability per cent', 'Longest outage in minutes'],
  counted(12, (back) => {
    const down = t.n(`down ${back}`, 0, 38)
    return [addMonths(today(), back - 12).slice(0, 7), 43_200, down, (100 - down / 432).toFixed(2), Math.min(down, t.n(`longest ${back}`, 1, 22))]
  }),
)

export const patchLog = (t: Teller): string => csv(
  ['Weakness', 'Component', 'Severity', 'Published', 'In production', 'Days'],
  counted(t.n('updates', 6, 23), (index) => {
    const published = addDays(today(), -85 + index * 3)
    const days = t.n(`patch ${index}`, 1, 8)
    return [`DEMO-${published.slice(0, 4)}-${1000 + index}`, ['http-parser', 'xml-reader', 'base image', 'session library', 'pdf-writer'][index % 5] ?? '', index % 3 === 0 ? 'critical' : 'high', published, addDays(published, days), days]
  }),
)

export const tlsScan = (t: Teller): string => csv(
  ['Host', 'Protocols', 'Weakest cipher', 'Certificate ends', 'HSTS days', 'Grade'],
  ['www', 'app', 'api', 'login'].slice(0, t.n('hosts', 2, 4)).map((host, index) => [`${host}.${t.supplier.site}.example`, 'TLS 1.2, TLS 1.3', 'ECDHE-RSA-AES128-GCM-SHA256', addDays(today(), 60 + index), 365, 'A']),
)

export const browserTests = (t: Teller): string => csv(
  ['Browser', 'Version', 'System', 'Tested on', 'Functions tested', 'Failures'],
  ['Chrome', 'Edge', 'Firefox', 'Safari'].flatMap((browser) => ['current', 'previous'].map((version) => [browser, version, browser === 'Safari' ? 'macOS and iOS' : 'Windows and Android', addDays(today(), -t.n('browser', 20, 80)), t.n('functions', 64, 180), 0])),
)

const organisationCases = [['two letters and a digit', 'R0A'], ['five characters', 'G6V2S'], ['a closed group', '07R'], ['an integrated care board', 'QHM'], ['a code that nobody has', 'ZZZZ9']] as const
const numberCases = [['right', '999 000 0018'], ['right', '999 000 0026'], ['wrong check digit', '999 000 0019'], ['wrong check digit', '123 456 7890'], ['too short', '999000002']] as const

export const identifierTests = (t: Teller): string => csv(
  ['Kind', 'Case', 'Value', 'Expected', 'Result'],
  [
    ...organisationCases.map(([what, code]) => ['organisation code', what, code, code === 'ZZZZ9' ? 'refused' : 'taken', t.either('as expected', 'as expected, in every message')]),
    ...numberCases.map(([what, number]) => ['NHS number', what, number, what === 'right' ? 'taken' : 'refused', 'as expected']),
  ],
)

export const terminologyLog = (): string => csv(
  ['Edition', 'In test', 'In use', 'Days'],
  counted(4, (back) => {
    const released = addDays(today(), -(40 + back * 84))
    return [`UK Edition ${released}`, addDays(released, 6), addDays(released, 27), 27]
  }),
)

export const medicineCodes = (): string => csv(
  ['Medicine', 'dm+d level', 'Sent as coded', 'Read back'],
  ['Paracetamol 500 mg tablets', 'Amoxicillin 250 mg capsules', 'Salbutamol 100 micrograms inhaler', 'Insulin glargine 100 units/ml'].map((name) => [name, 'virtual product', 'yes', 'same']),
)

export const codedStays = (t: Teller): string => csv(
  ['Stay', 'Coder one', 'Coder two', 'Agreed', 'Remark'],
  counted(24, (index) => [`T${index + 1}`, `K${35 + (index % 5)}.9`, `K${35 + ((index + (index % 11 === 0 ? 1 : 0)) % 5)}.9`, index % 11 === 0 ? 'after review' : 'at once', t.either('', 'checked against the national rules')]),
)

export const retention = (): string => csv(
  ['Record type', 'Line of the schedule', 'Years', 'Starts at', 'At the end'],
  [['Clinical entry', 'Adult health record', 8], ['Letter', 'Adult health record', 8], ['Child’s record', 'Children’s record', 25], ['Access log', 'Audit trail', 6]].map(([type = '', line = '', years = '']) => [type, line, years, 'last contact', 'reviewed by a person']),
)

export const scanTest = (t: Teller): string => csv(
  ['Code', 'Kind', 'Expected', 'Result'],
  counted(20, (index) => [`50123456${String(78_900 + index)}`, ['GTIN', 'GSRN', 'SSCC'][index % 3] ?? '', index % 4 === 3 ? 'refused: check digit' : 'taken', t.either('as expected', 'as expected, first time')]),
)

export const optOutTest = (t: Teller): string => csv(
  ['Run', 'Patients sent', 'Opted out', 'Removed', 'Left in by mistake'],
  counted(3, (run) => [addDays(today(), -30 * (3 - run)), t.n(`sent ${run}`, 800, 4000), t.n('opt out', 12, 40), t.n('opt out', 12, 40), 0]),
)

export const itemMapping = (): string => csv(
  ['Item', 'Where it is kept', 'Own field'],
  ['About me', 'Allergies and adverse reactions', 'Medications and devices', 'Care and support plan', 'Contingency plans', 'End of life care', 'Legal information', 'Professional contacts'].map((item, index) => [item, `record.${index + 1}`, index === 6 ? 'shown as text' : 'yes']),
)

export const releaseRecords = (t: Teller): string => csv(
  ['Release', 'Changes', 'Safety case reviewed', 'Signed by'],
  counted(4, (back) => [`${t.label}${back === 0 ? '' : ` minus ${back}`}`, t.n(`changes ${back}`, 9, 44), addDays(today(), -(20 + 60 * back)), t.supplier.safetyOfficer]),
)

export const mailRecords = (t: Teller): string => csv(
  ['Name', 'Type', 'Value'],
  [[`${t.supplier.site}.example`, 'TXT', 'v=spf1 include:mail.example -all'], [`k1._domainkey.${t.supplier.site}.example`, 'TXT', 'v=DKIM1; k=rsa; p=(2048 bits)'], [`_dmarc.${t.supplier.site}.example`, 'TXT', 'v=DMARC1; p=reject; rua=mailto:dmarc@mail.example']],
)
