// Rows as CSV (RFC 4180). A spreadsheet would run a cell that begins like a formula: an apostrophe stops it.

const FORMULA = /^[=+\-@\t\r]/;

function cell(value) {
  const written = String(value);
  const safe = typeof value === "string" && FORMULA.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = (columns, rows) => [columns, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
