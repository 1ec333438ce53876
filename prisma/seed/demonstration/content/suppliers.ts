export type FictitiousSupplier = {
  name: string
  /** Starts with 99, which Companies House does not give out. */
  companiesHouseNumber: string
  address: string
  /** Before '.example', a name that nobody can register. */
  site: string
  description: string
  admin: string
  editor?: string
  /** Clinical Safety Officer, with profession. */
  safetyOfficer: string
  dataProtectionOfficer: string
}

/** Every supplier here is fictitious: the names are invented, the postcodes lie in no postal area and the domains belong to nobody. */
export const suppliers = {
  larkrise: {
    name: 'Larkrise Health', companiesHouseNumber: '99001001', address: '4 Larkrise Yard, Fenborough, XX1 2LH', site: 'larkrise',
    description: 'Larkrise makes software for safe prescribing and shared care planning. It began in 2009 as a pharmacy project in one hospital and now employs 84 people, a third of them pharmacists and nurses.',
    admin: 'Priya Raman', editor: 'Tom Ashby', safetyOfficer: 'Dr Ellen Marchbank, consultant pharmacist', dataProtectionOfficer: 'Jonah Pell',
  },
  fenwater: {
    name: 'Fenwater Systems', companiesHouseNumber: '99001002', address: 'The Pump House, Sluice Lane, Fenborough, XX1 4FW', site: 'fenwater',
    description: 'Fenwater has one subject: the GP practice. Its record system, returns and front-desk tools are built by a team of 120, with eleven practising GPs on its clinical board.',
    admin: 'Colin Tranter', editor: 'Bea Ollerton', safetyOfficer: 'Dr Hari Sandhu, general practitioner', dataProtectionOfficer: 'Moira Keane',
  },
  hollowmere: {
    name: 'Hollowmere Digital', companiesHouseNumber: '99001003', address: 'Unit 7, Mere Works, Hollowmere, XX3 1HD', site: 'hollowmere',
    description: 'Hollowmere helps patients and professionals to talk without meeting: online consultation, video rooms and advice between clinicians. Founded in 2016, 37 staff.',
    admin: 'Yusuf Adeyemi', editor: 'Clara Finch', safetyOfficer: 'Dr Nia Probert, general practitioner', dataProtectionOfficer: 'Stephen Amble',
  },
  brackenford: {
    name: 'Brackenford Software', companiesHouseNumber: '99001004', address: '22 Carding Street, Brackenford, XX5 9BS', site: 'brackenford',
    description: 'Brackenford looks after documents: scanning, filing, coding and sending them on. Its 52 staff work from one former mill.',
    admin: 'Gillian Stroud', safetyOfficer: 'Sister Ruth Haddow, registered nurse', dataProtectionOfficer: 'Peter Vance',
  },
  tidewell: {
    name: 'Tidewell Care', companiesHouseNumber: '99001005', address: 'Harbour Court, Tidewell, XX7 3TC', site: 'tidewell',
    description: 'Tidewell writes software for care at home and in care homes, and runs the alarm receiving platform behind 19,000 pendants.',
    admin: 'Marcus Lyle', editor: 'Joan Petherick', safetyOfficer: 'Alison Drury, occupational therapist', dataProtectionOfficer: 'Farida Khan',
  },
  quillhaven: {
    name: 'Quillhaven', companiesHouseNumber: '99001006', address: '1 Printers Row, Quillhaven, XX2 8QH', site: 'quillhaven',
    description: 'Quillhaven turns speech into letters and gets the letters where they belong. Twenty-six people, of whom nine used to be medical secretaries.',
    admin: 'Edwin Sayle', safetyOfficer: 'Dr Laura Penhale, consultant physician', dataProtectionOfficer: 'Ines Coady',
  },
  oakenshaw: {
    name: 'Oakenshaw Clinical Systems', companiesHouseNumber: '99001007', address: 'Oakenshaw Park, Thornley Cross, XX4 6OC', site: 'oakenshaw',
    description: 'Oakenshaw builds records for hospitals: wards, emergency departments and clinics. It has 210 staff and supports its customers round the clock.',
    admin: 'Simone Achterberg', editor: 'Lewis Kade', safetyOfficer: 'Dr Martin Osei, consultant in acute medicine', dataProtectionOfficer: 'Hazel Brandreth',
  },
  saltmarsh: {
    name: 'Saltmarsh Analytics', companiesHouseNumber: '99001008', address: 'Tern House, Saltmarsh Quay, XX8 1SA', site: 'saltmarsh',
    description: 'Saltmarsh gives integrated care systems one picture of need, activity and cost. Its analysts came from the NHS and from official statistics.',
    admin: 'Imran Qureshi', editor: 'Tilly Rowbotham', safetyOfficer: 'Dr Sheila Varga, public health physician', dataProtectionOfficer: 'Owen Tasker',
  },
  copperbeck: {
    name: 'Copperbeck Informatics', companiesHouseNumber: '99001009', address: '9 Beck Lane, Copperbeck, XX6 2CI', site: 'copperbeck',
    description: 'Copperbeck finds the people who need care before they ask for it: risk scores and cohorts, explained in words that clinicians can check.',
    admin: 'Freya Lindqvist', safetyOfficer: 'Dr Tunde Bakare, general practitioner', dataProtectionOfficer: 'Maud Ellery',
  },
  marlbeck: {
    name: 'Marlbeck Rostering', companiesHouseNumber: '99001010', address: 'Marl House, Station Road, Marlbeck, XX9 5MR', site: 'marlbeck',
    description: 'Marlbeck plans who works where and in which room, for single wards and for whole systems that share staff.',
    admin: 'Desmond Otieno', editor: 'Kath Bramley', safetyOfficer: 'Janet Corley, registered nurse', dataProtectionOfficer: 'Liam Goss',
  },
  dunnockfield: {
    name: 'Dunnockfield', companiesHouseNumber: '99001011', address: '3 Hedgeside, Dunnockfield, XX5 1DF', site: 'dunnockfield',
    description: 'Dunnockfield is a co-operative of 31 that makes software for community teams: district nurses, link workers and people who manage their own budgets.',
    admin: 'Rosalind Achebe', editor: 'Neil Warriner', safetyOfficer: 'Bridget Nolan, district nurse', dataProtectionOfficer: 'Adil Rahman',
  },
  thistledown: {
    name: 'Thistledown Imaging', companiesHouseNumber: '99001012', address: 'The Old Exchange, Thistleby, XX4 3TI', site: 'thistledown',
    description: 'Thistledown stores, reports and reads medical images. Its 95 staff include six radiographers and two medical physicists.',
    admin: 'Beatrix Holm', editor: 'Ravi Menon', safetyOfficer: 'Dr Carys Bowen, consultant radiologist', dataProtectionOfficer: 'Theo Farrant',
  },
  ashmoor: {
    name: 'Ashmoor Laboratory Software', companiesHouseNumber: '99001013', address: 'Bench House, Ashmoor, XX7 7AL', site: 'ashmoor',
    description: 'Ashmoor serves pathology networks: the laboratory bench, and the requests and results on either side of it.',
    admin: 'Vivienne Clough', safetyOfficer: 'Dr Paul Ridley, consultant chemical pathologist', dataProtectionOfficer: 'Asha Nair',
  },
  wrenfield: {
    name: 'Wrenfield Maternity', companiesHouseNumber: '99001014', address: '12 Wren Court, Appleby Green, XX2 4WM', site: 'wrenfield',
    description: 'Wrenfield makes one maternity record and the app through which women and families read it. Half of its 28 staff are midwives.',
    admin: 'Siobhan Maddox', editor: 'Heidi Crane', safetyOfficer: 'Marianne Thorpe, registered midwife', dataProtectionOfficer: 'Gwen Askew',
  },
  ottermead: {
    name: 'Ottermead Apps', companiesHouseNumber: '99001015', address: 'Studio 5, Otter Lock, Meadham, XX3 6OA', site: 'ottermead',
    description: 'Ottermead writes apps that patients use on their own phones, with a panel of 140 patients who try every release first.',
    admin: 'Kwame Boateng', editor: 'Lottie Aldous', safetyOfficer: 'Dr Rhys Calloway, general practitioner', dataProtectionOfficer: 'Petra Sandiford',
  },
  kestrelgate: {
    name: 'Kestrelgate', companiesHouseNumber: '99001016', address: 'Signal Box Yard, Kestrelgate, XX1 9KG', site: 'kestrelgate',
    description: 'Kestrelgate joins systems up: an integration engine, a shared record built on it, and workflow across organisations.',
    admin: 'Anselm Doherty', editor: 'Mina Farrokh', safetyOfficer: 'Dr Judith Amory, consultant geriatrician', dataProtectionOfficer: 'Callum Reyes',
  },
  hazelrigg: {
    name: 'Hazelrigg Pharmacy Systems', companiesHouseNumber: '99001017', address: '40 Apothecary Street, Hazelrigg, XX6 8HP', site: 'hazelrigg',
    description: 'Hazelrigg supplies community and hospital pharmacies with dispensing and stock control. Family-owned since 1994, 63 staff.',
    admin: 'Norman Hazelrigg', safetyOfficer: 'Dawn Fielding, pharmacist', dataProtectionOfficer: 'Bilal Chaudhry',
  },
  stonechat: {
    name: 'Stonechat Immunisation Systems', companiesHouseNumber: '99001018', address: 'Cold Store Lane, Stonechat, XX8 4SI', site: 'stonechat',
    description: 'Stonechat records vaccinations and runs the clinics where they are given, from a village hall to a stadium.',
    admin: 'Orla Keegan', safetyOfficer: 'Dr Samir Haddad, consultant in health protection', dataProtectionOfficer: 'Una Prior',
  },
  millrace: {
    name: 'Millrace Appointments', companiesHouseNumber: '99001019', address: 'Millrace Wharf, Lower Weir, XX9 2MA', site: 'millrace',
    description: 'Millrace books appointments: by patients, by practices and across organisations, and keeps waiting lists honest.',
    admin: 'Harriet Osgood', editor: 'Femi Alabi', safetyOfficer: 'Dr Colette Baines, general practitioner', dataProtectionOfficer: 'Rory Quill',
  },
  foxglade: {
    name: 'Foxglade Mental Health Systems', companiesHouseNumber: '99001020', address: 'Glade House, Foxglade, XX5 5FG', site: 'foxglade',
    description: 'Foxglade makes records for mental health teams and talking therapies, designed with people who have used those services.',
    admin: 'Delphine Carew', safetyOfficer: 'Dr Amit Solanki, consultant psychiatrist', dataProtectionOfficer: 'Nora Whitlow',
  },
  rushbeck: {
    name: 'Rushbeck Urgent Care', companiesHouseNumber: '99001021', address: 'Control House, Rushbeck, XX7 2RU', site: 'rushbeck',
    description: 'Rushbeck runs the systems behind urgent calls: triage, out-of-hours cases and ambulance dispatch, with 88 staff on a 24-hour rota.',
    admin: 'Gareth Pryce', editor: 'Salma Idris', safetyOfficer: 'Fiona Trask, paramedic', dataProtectionOfficer: 'Evan Maddern',
  },
  heronmere: {
    name: 'Heronmere Remote Care', companiesHouseNumber: '99001022', address: 'Reed Barn, Heronmere, XX2 6HR', site: 'heronmere',
    description: 'Heronmere lets hospitals watch over patients at home, with its own wearable sensor and a platform for virtual wards.',
    admin: 'Cosima Wells', editor: 'Piotr Zielak', safetyOfficer: 'Dr Bronwen Pugh, consultant respiratory physician', dataProtectionOfficer: 'Sadie Marlow',
  },
  pebblecroft: {
    name: 'Pebblecroft Supply', companiesHouseNumber: '99001023', address: '17 Quarry Road, Pebblecroft, XX3 9PS', site: 'pebblecroft',
    description: 'Pebblecroft tracks what hospitals buy, from the purchase order to the shelf and the patient.',
    admin: 'Lionel Garside', safetyOfficer: 'Moses Kiplagat, registered nurse', dataProtectionOfficer: 'Jill Tranmer',
  },
  lanternby: {
    name: 'Lanternby Incident Systems', companiesHouseNumber: '99001024', address: '2 Lamp Street, Lanternby, XX6 4LI', site: 'lanternby',
    description: 'Lanternby makes it easy to report what went wrong and hard to forget it. Eighteen staff, two of them former patient safety leads.',
    admin: 'Agnes Tolliver', safetyOfficer: 'Dr Kamal Dass, anaesthetist', dataProtectionOfficer: 'Bryn Fellows',
  },
  tamblewick: {
    name: 'Tamblewick Theatres', companiesHouseNumber: '99001025', address: 'Tamblewick Hall, Upper Tamble, XX4 8TT', site: 'tamblewick',
    description: 'Tamblewick plans operating lists and keeps the record of what was done, by whom, and with which implant.',
    admin: 'Oscar Penrose', editor: 'Leila Aziz', safetyOfficer: 'Mr Jonathan Sleath, consultant surgeon', dataProtectionOfficer: 'Carol Winship',
  },
} as const satisfies Record<string, FictitiousSupplier>

export type SupplierKey = keyof typeof suppliers

/** How a person of a supplier is written to: 'priya.raman@larkrise.example'. */
export function emailOf(name: string, site: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@${site}.example`
}
