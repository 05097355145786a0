// A small workbook, with what real ones conceal: hidden rows, columns and sheets, and merged cells.

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The bytes of an XLSX. A sheet has a `name`, a `state` if it is hidden, `rows` of texts (`null` for an empty cell), the numbers of
 * `hiddenRows` and `hiddenColumns`, and areas that are `merged` ("A2:A4").
 */
export function workbook(sheets) {
  const relation = (number) => `<Relationship Id="r${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`;
  const entry = ({ name, state = 'visible' }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" state="${state}" r:id="r${at + 1}"/>`;
  const kind = (part, kind) => `<Override PartName="/xl/${part}" ContentType="${KIND}.${kind}+xml"/>`;
  const kinds = [kind('workbook.xml', 'sheet.main'), ...sheets.map((_, at) => kind(`worksheets/sheet${at + 1}.xml`, 'worksheet'))];
  const plain = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const parts = [
    ['[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types">${plain}${kinds.join('')}</Types>`],
    ['_rels/.rels', `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `<workbook xmlns="${NAMESPACE}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(entry).join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, at) => relation(at + 1)).join('')}</Relationships>`],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, worksheet(sheet)]),
  ];
  return stored(parts.map(([name, text]) => [name, Buffer.from(text)]));
}

function worksheet({ rows, hiddenRows = [], hiddenColumns = [], merged = [] }) {
  const cell = (text, place) => (text === null ? '' : `<c r="${place}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`);
  const row = (cells, at) => {
    const number = at + 1;
    const hidden = hiddenRows.includes(number) ? ' hidden="1"' : '';
    return `<row r="${number}"${hidden}>${cells.map((text, column) => cell(text, String.fromCharCode(65 + column) + number)).join('')}</row>`;
  };
  const columns = hiddenColumns.map((number) => `<col min="${number}" max="${number}" width="9" hidden="1"/>`).join('');
  const areas = merged.map((area) => `<mergeCell ref="${area}"/>`).join('');
  return `<worksheet xmlns="${NAMESPACE}">${columns && `<cols>${columns}</cols>`}<sheetData>${rows.map(row).join('')}</sheetData>${areas && `<mergeCells>${areas}</mergeCells>`}</worksheet>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A ZIP in which nothing is packed. */
function stored(parts) {
  const bodies = [];
  const entries = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    bodies.push(Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), bytes]));
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name)]));
    offset += bodies.at(-1).length;
  }
  const end = Buffer.alloc(18);
  const directory = Buffer.concat(entries);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end]);
}

function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
