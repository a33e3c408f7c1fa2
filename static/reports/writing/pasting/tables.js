// Tables of copied HTML as rows of cells of equal number: the words of a merged cell stand in its first place.

const MOST_SPAN = 50; // as many columns as the paper has room for

const span = (cell, name) => Math.min(MOST_SPAN, Math.max(1, Number(cell.getAttribute(name)) || 1));

// Returns the rows; `textOf` returns the words of a cell, `note` is told what has to be said of the table.
export function rowsOf(table, { isLeftOut, textOf, note }) {
  const below = []; // for each column, how many rows below are taken by a merged cell
  const rows = [];
  for (const row of table.rows) {
    if (!isLeftOut(row)) rows.push(cellsOf(row, below, { isLeftOut, textOf, note }));
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...Array(width - row.length).fill("")]);
}

function cellsOf(row, below, { isLeftOut, textOf, note }) {
  const cells = [];
  const skipMerged = () => {
    while (below[cells.length] > 0) {
      below[cells.length] -= 1;
      cells.push("");
    }
  };
  for (const cell of row.cells) {
    skipMerged();
    if (isLeftOut(cell)) continue;
    const [columns, rows] = [span(cell, "colspan"), span(cell, "rowspan")];
    if (columns > 1 || rows > 1) note("merged");
    for (let column = 0; column < columns; column += 1) {
      below[cells.length] = rows - 1;
      cells.push(column ? "" : textOf(cell));
    }
  }
  skipMerged();
  return cells;
}
