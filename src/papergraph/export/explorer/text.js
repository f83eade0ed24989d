// Small things about writing.

const ASTRAL = /[\ud800-\udfff]/;
const NUMBER = new Intl.NumberFormat("en");

// Offsets count code points, as in Python; JavaScript counts UTF-16 units.
export function piece(text, start, end) {
  return ASTRAL.test(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);
}

export function shorten(text, length) {
  return text.length > length
    ? `${Array.from(text.slice(0, length)).slice(0, -1).join("").trimEnd()}…`
    : text;
}

export const number = (value) => NUMBER.format(value);

export const counted = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

export const capital = (phrase) => phrase[0].toUpperCase() + phrase.slice(1);

// For comparing: without case, accents and punctuation.
export function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
