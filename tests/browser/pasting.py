"""Pastes as a browser does, and HTML made at random whose every visible character has to be found again."""

# Pastes at the cursor, or into a field with the text `before`; returns what stands in the field and what is said.
PASTE = """([html, before]) => {
    const area = document.querySelector("textarea[data-marks]");
    if (before !== null) {
        area.value = before;
        area.setSelectionRange(before.length, before.length);
    }
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "-");
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    const notice = area.parentElement.querySelector(".pasted");
    const said = notice.hidden ? [] : [...notice.querySelectorAll("p, li")].map((one) => one.textContent);
    return [area.value, said];
}"""

# Every word of the HTML is another number, so that each has to stand once in the text or in what was left out; their
# order is kept within the text. Returns the first faults.
RANDOM_PASTES = """async (count) => {
    const module = document.querySelector("script[src*='writing/marks']").src;
    const { readHtml } = await import(new URL("pasting/blocks.js", module));
    const { typedText } = await import(new URL("pasting/typed.js", module));
    let seed = 20241130;
    const random = (below) => {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        return Math.floor(seed / 65536) % below;
    };
    const WRAPS = [
        (x) => `<p>${x}</p>`, (x) => `<b>${x}</b>`, (x) => `<div>${x}</div>`, (x) => `<ul><li>${x}</li></ul>`,
        (x) => `<ol type=a><li>${x}<li>${x.replace(/w/g, "v")}</ol>`, (x) => `<span style='display:none'>${x}</span>`,
        (x) => `<table><tr><td rowspan=2>${x}<td>|</table>`, (x) => `<del>${x}</del>`, (x) => `<pre>${x}\\n</pre>`,
        (x) => `<p style='mso-list:l0 level2'><span style='mso-list:Ignore'>§&nbsp;</span>${x}</p>`,
        (x) => `${x}<br>${x.replace(/w/g, "u")}`,
        (x) => `<table><tr><td colspan=2>${x}<tr><td>${x.replace(/w/g, "t")}`,
        (x) => `<p>– ${x}</p>`, (x) => `<h2>${x}</h2>`, (x) => `<li>${x}`, (x) => `<a class=msocomanchor>${x}</a>`,
        (x) => `<p>\\\\${x}</p>`, (x) => `<p>|${x}|</p>`, (x) => `<i>${x}`, (x) => `</p>${x}<td>`,
    ];
    let next = 0;
    const made = (depth) => {
        if (!depth) return ` w${next++} `;
        const inner = made(depth - 1 - random(2) * (depth > 1));
        return WRAPS[random(WRAPS.length)](inner) + (random(3) ? "" : made(depth - 1));
    };
    const words = (text) => text.match(/[tuvw]\\d+/g) ?? [];
    const faults = [];
    for (let turn = 0; turn < count; turn += 1) {
        next = 0;
        const html = made(1 + random(5));
        const parsed = new DOMParser().parseFromString(html.replace(/style=/g, "data-s="), "text/html");
        const seen = words(parsed.body.textContent);
        const { blocks, leftOut } = readHtml(html);
        const text = typedText(blocks);
        const kept = words(text);
        const all = [...kept, ...leftOut.flatMap((one) => words(one.words))];
        const order = seen.filter((word) => kept.includes(word));
        const isWhole = all.toSorted().join() === seen.toSorted().join() && order.join() === kept.join();
        if (!isWhole || /[^\\n]\\n[^-+|a-zđ\\n]/.test(text)) faults.push([html, text]);
    }
    return faults.slice(0, 3);
}"""
