import { today } from '@/lib/platform/clock'
import { addDays, dayInWords } from '@/lib/platform/day'
import type { Telling } from './teller'

/** Answers about security, data protection and hosting, by standard and criterion. */
export const securityAnswers: Record<string, Telling> = {
  'CE 1.1': (t) => `DEMO-CE-${t.n('certificate', 100_000, 999_999)}, issued to ${t.s} for the whole organisation.`,
  'CE 1.3': (t) => `The certificate is in the name of ${t.s}, which also holds the contracts for ${t.p}.`,
  'CE 2.1': (t) => t.either(`The scope is the whole organisation: ${t.n('laptops', 20, 190)} laptops, the phones that read mail, the build servers and the cloud accounts on which ${t.p} runs.`, `Whole organisation, including the two people who work from abroad for part of the year and the cloud accounts that build and run ${t.p}.`),
  'CE 2.2': (t) => t.either('Security update management: three test machines were two weeks behind. They are now updated by the same policy as everything else.', 'Access control: two shared administrator accounts on a test system were found and removed.', 'None of the five needed work this time; last year unused firewall rules were removed.'),
  'CE 2.3': () => 'Renewal is in the calendar of the operations director eight weeks before expiry, and in the contract.',
  'CEPLUS 1.1': (t) => `Certificate DEMO-CEP-${t.n('plus', 10_000, 99_999)} covers the same scope as our Cyber Essentials certificate. The assessor scanned ${t.n('scanned', 18, 44)} devices and all internet-facing addresses on ${t.on(t.n('plus day', 60, 160))}.`,
  'PENTEST 1.1': (t) => t.hasSignedCharter
    ? `We signed the charter on ${t.on(190)}. ${t.p} is tested by an outside firm each spring as well.`
    : `Bellhouse Testing (fictitious) tested ${t.r} over ${t.n('test days', 5, 9)} days, ending ${t.on(t.n('pen test', 40, 150))}: the web application, its API and the hosting, with an ordinary and an administrator account.`,
  'PENTEST 1.2': (t) => t.either(`Highest ${t.n('cvss', 51, 68) / 10}: a session that stayed valid for a few minutes after sign-out. Mended in the next release and tested again. One finding of 3.1 (a version number in an error page) is open and will go in the next release.`, `Highest ${t.n('cvss', 42, 66) / 10}, a missing limit on password reset requests, mended within nine days. Nothing is open.`),
  'NHS-MFA 1.1': (t) => t.either(`Yes. Customers choose: sign-in through their own identity system, which most do, or a code from an app or a security key on every account of ${t.p}. Text messages are not offered.`, `Every account of ${t.p} either comes from the customer’s identity system or needs a second factor. An administrator cannot switch it off for one person.`),
  'NHS-MFA 1.2': (t) => `It is on for all remote and all privileged access. Our own staff use security keys; the ${t.n('privileged', 4, 11)} people with production access also need an approved change to get in.`,
  'TLS 1.1': (t) => `The scan of ${t.on(t.n('tls scan', 1, 6))} found TLS 1.2 and 1.3 only on all ${t.n('endpoints', 3, 14)} endpoints, certificates with at least ${t.n('cert days', 45, 80)} days left, and no weak cipher. HSTS is on for a year.`,
  'TLS 1.2': (t) => t.either('Traffic between services uses mutual TLS with certificates that live for a day; the database refuses connections without TLS.', `All traffic inside ${t.p} is encrypted: between the web tier and the application, to the database and to backups.`),
  'PATCH 1.1': (t) => `The attached CycloneDX list names ${t.n('components', 84, 410)} components of ${t.r} with version and licence, made by the build and not by hand.`,
  'PATCH 1.2': (t) => t.either('Every component has a maker or a community that still mends it. The build fails when one reaches the end of its support.', `Yes. The last one at risk, a date library, was replaced in the release before ${t.label}.`),
  'PATCH 1.3': (t) => `In the last three months ${t.n('updates', 6, 23)} critical or high updates came out for what we use; the slowest took ${t.n('slowest', 5, 12)} days and the median was ${t.n('median', 2, 4)}.`,
  'SSCOP 1.1': (t) => t.hasSignedCharter ? 'We signed the charter instead, and have also worked through the code: twelve of fourteen principles are followed in full.' : `We follow it. The self-assessment of ${t.on(75)} found two principles that are followed in part: the software list is not yet given to customers with each release, and build provenance is signed for two of three repositories.`,
  'NHS-CHARTER 1.1': (t) => `Signed by the chief executive on ${t.on(190)}. Of the eight statements, seven are met; the eighth, a tabletop exercise with a customer, is planned for the spring.`,
  'DCB1596 1.1': (t) => `${t.supplier.site}.example sends for ${t.p}: SPF ends in -all, DKIM keys are 2048 bits and were changed on ${t.on(48)}, DMARC is p=reject. Reports are read each week.`,
  'DCB1596 1.2': (t) => `Before sending, ${t.p} checks that the receiving domain accepts TLS and is on the list of accredited systems; if not, the letter goes by post and the sender is told.`,
  'DSPT 1.1': (t) => `8X${t.n('dspt', 100, 999)}D, the demonstration’s code for ${t.s}.`,
  'DSPT 1.2': (t) => `The public register shows Standards ${t.either('Met', 'Exceeded', 'Met')} for ${t.s}.`,
  'DSPT 2.1': (t) => `It covers all our staff, both offices and the hosting company that runs the servers of ${t.p}.`,
  'DSPT 2.2': () => 'An outside firm audited the return before it was published and raised no high-risk finding.',
  'ICO-FEE 1.1': (t) => `ZD${t.n('ico', 100_000, 999_999)} (demonstration), registered to ${t.s}.`,
  'UKGDPR 1.1': (t) => t.either('Our standard contract has a processing schedule that follows article 28: purpose, categories, subprocessors by name, audit, return and deletion.', `Each customer of ${t.p} signs the processing clauses attached; we act only on their documented instructions and name three subprocessors.`),
  'UKGDPR 1.2': (t) => `The record has ${t.n('ropa', 3, 9)} entries for ${t.p}, reviewed by ${t.supplier.dataProtectionOfficer} on ${t.on(70)}.`,
  'UKGDPR 1.3': (t) => `By phone and e-mail to the customer’s named contact within ${t.n('breach', 12, 24)} hours of our learning of it, with what is known, and again each day until it is closed.`,
  'DPIA 1.1': (t) => t.either(`The assessment of ${t.on(120)} lists ${t.n('dpia', 9, 19)} risks for people whose data ${t.p} handles. After controls none is high; two are medium, both about staff who look at records without need, and are met with access reports.`, `It concludes that ${t.use} with ${t.p} is necessary and in proportion. ${t.n('dpia', 7, 15)} risks were found and reduced; the largest that remains is a lost device, met by encryption and remote wipe.`),
  'DPIA 1.2': (t) => `${t.supplier.dataProtectionOfficer}, Data Protection Officer, on ${t.on(118)}. It is reviewed each year and before any change of purpose.`,
  'NDOO 1.1': (t) => `Before data leave for anything but care, ${t.p} sends the NHS numbers to the national checking service by batch and removes the people it returns. The last test removed all ${t.n('opt out', 12, 40)} marked test patients.`,
  'NDOO 1.2': () => 'Payment checks are exempt because the law requires them; anonymous counts of more than seven people are outside the opt-out. Nothing else is.',
  'RMCOP 1.1': (t) => `Each type of record in ${t.p} is mapped to a line of the Code’s schedule, with the period and what starts it. Records that are due are listed for a person to review; nothing is destroyed by itself.`,
  'RMCOP 1.2': (t) => `In open formats with an index, within 30 days. Our copy is destroyed by deleting its keys, backups follow within ${t.n('backups', 30, 60)} days, and the customer gets a certificate.`,
  'CLOUD-FIRST 1.1': (t) => {
    if (t.facts.deployment === 'public-cloud') return t.either(`${t.p} runs in two regions of a public cloud, both in the United Kingdom; each can carry the whole load.`, `Public cloud, London region, with copies kept in a second UK region.`)
    if (t.facts.deployment === 'hybrid') return `Partly on site: the part that staff depend on minute by minute stays in the building, so that ${t.use} goes on when the line is down. Everything else is in public cloud in the United Kingdom.`
    return `${t.facts.deployment === 'on-premises' ? 'On the customer’s own servers' : 'In two UK data centres that we rent'}: the equipment that ${t.p} works with answers only on the local network. We look at the reason again each year, last on ${t.on(60)}.`
  },
  'CLOUD-FIRST 1.2': (t) => t.either('Everything is built from scripts and uses plain containers and PostgreSQL. A move was rehearsed last year and took two days.', 'The parts that belong to one host are two: the queue and the file store. Both have a second implementation that is tested each week.'),
  'ARCH2018 1.1': (t) => `The statement goes through each principle. ${t.p} follows all but one: ${t.either('its reporting store still copies data that could be read at the source; this ends with the next major release.', 'two screens still need a wide display; they are being redrawn.', 'one older interface uses a private format and is switched off for new customers.')}`,
  'AVAIL 1.2': (t) => `${t.facts.criticalToCare ? '99.9' : '99.5'} per cent a month, measured from outside and published. Below that, customers get ${t.n('credit', 5, 10)} per cent of the month’s fee back for each started half per cent.`,
  'BCDR 1.1': (t) => `On ${t.on(t.n('restore', 30, 110))}, from last night’s backup to a working ${t.p} in ${t.n('hours', 2, 6)} hours ${t.n('minutes', 5, 55)} minutes, checked against counts taken before.`,
  'BCDR 1.2': () => 'One copy a day goes to storage that is locked for 35 days. Nobody, us included, can shorten the lock.',
  'BCDR 1.3': (t) => t.either(`Staff open a read-only copy that is never more than ${t.n('copy', 5, 15)} minutes old, and use paper forms that are then typed in under the time they were written.`, `A list for the next shift is printed or saved each hour. What is essential to ${t.use} is on it, and new entries are kept on the device until the line is back.`),
  'BROWSER 1.1': (t) => `Chrome, Edge, Firefox and Safari, the current version and the one before, on computers and on phones. ${t.r} was tested in each on ${t.on(t.n('browser', 20, 80))}. No plug-in, nothing to install.`,
  'INTERNET-FIRST 1.1': (t) => t.facts.internetFacing ? `All users reach ${t.p} at a public HTTPS address; HSCN is not needed.` : `Today inside the customer’s network only. The plan attached moves the web part to the internet by ${dayInWords(addDays(today(), 240))}, behind the customer’s identity system.`,
  'OPEN-STD 1.1': (t) => t.either('None. Data come in and go out by published standards or CSV with a written schema.', `None to leave. To work together with our own ${t.offered.supplier === 'kestrelgate' ? 'workflow product' : 'reporting add-on'} one private message type is used; it is documented and free to implement.`),
  'ISN 1.1': (t) => `Two notices of the last year touch ${t.p}. It conforms to both: the changes went live on ${t.on(130)} and ${t.on(t.n('isn', 35, 90))}. The statement has one page for each.`,
  'ISN 1.2': (t) => `${t.either('The head of product', 'The clinical lead', 'The standards lead')} reads new notices each Monday and tells customers within ten working days what we will do and by when.`,
  'EXIT 1.1': (t) => `A customer who leaves ${t.p} gets a named person, a full export at the start for rehearsal and one at the end, read-only access for 90 days and no charge for any of it.`,
  'EXIT 1.2': (t) => `${t.either('CSV with a schema file, and documents as PDF/A', 'JSON lines with a schema, and FHIR bundles where the data are clinical', 'CSV and the original files, with an index')}. The last full export was tested on ${t.on(t.n('export', 25, 120))}: ${(t.n('rows', 11, 96) * 10_000).toLocaleString('en-GB')} rows, none lost, in ${t.n('export hours', 2, 9)} hours.`,
}
