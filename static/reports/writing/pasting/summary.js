// The summary of a paste: how many paragraphs, items and tables, what was left out, and what looks different.

const SENTENCES = {
  merged: (count) => `${count} ô gộp: chữ đứng ở ô đầu, các ô kia để trống`,
  lines: (count) => `${count} ô của bảng có nhiều dòng: các dòng nối bằng dấu cách`,
  raised: (count) => `${count} chỗ viết cao hoặc thấp hơn dòng (như m²) thành chữ thường`,
  deep: (count) => `${count} gạch từ cấp ba xuống in như cấp hai, bằng dấu “+”`,
  notes: (count) => `${count} chú thích thành đoạn “Chú thích …:” ở cuối`,
};
const LONGEST = 300; // characters of one text that was left out; the rest is counted

const counted = (count, noun) => (count ? [`${count} ${noun}`] : []);
const cut = (words) => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…” (${words.length} ký tự)` : `${words}”`);

export function summary(blocks) {
  const texts = blocks.filter(({ kind }) => kind === "text");
  const dashes = texts.filter(({ mark }) => mark === "-" || mark === "+").length;
  const numbered = texts.filter(({ mark }) => mark && mark !== "-" && mark !== "+").length;
  return `Đã dán ${[
    ...counted(texts.length - dashes - numbered, "đoạn"),
    ...counted(dashes, "gạch đầu dòng"),
    ...counted(numbered, "dòng đánh số"),
    ...counted(blocks.length - texts.length, "bảng"),
  ].join(", ")}.`;
}

// Returns the sentences on what was left out, equal ones together, and on what looks different.
export function differences(leftOut, notes) {
  const times = new Map();
  for (const { why, words } of leftOut) {
    const what = words ? `${why}: “${cut(words)}` : why;
    times.set(what, (times.get(what) ?? 0) + 1);
  }
  return [
    ...[...times].map(([what, count]) => `Bỏ ra ${what}${count > 1 ? ` (${count} lần)` : ""}`),
    ...Object.entries(notes).map(([name, count]) => SENTENCES[name](count)),
  ];
}
