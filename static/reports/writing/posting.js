// Sending what somebody types to the server while they type.

const PATIENCE = 30000; // milliseconds until an answer counts as lost

// The token in the cookie is the current one, also after a login in another tab.
function token(form) {
  return /(?:^|; )(?:__Host-)?csrftoken=(\w+)/.exec(document.cookie)?.[1] ?? form.elements.csrfmiddlewaretoken.value;
}

// Posts values to an address for a form; rejects if no answer comes or the server fails.
export async function post(address, values, form) {
  const answer = await fetch(address, {
    method: "POST",
    body: new URLSearchParams(values),
    headers: { "X-CSRFToken": token(form) },
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.status >= 500) throw new Error(answer.statusText, { cause: answer.status });
  return answer;
}

export const WORDS = {
  unsaved: "Chưa lưu",
  saving: "Đang lưu…",
  ended: "Phiên làm việc đã hết. Bấm Lưu để đăng nhập lại, chữ đã gõ vẫn giữ.",
  cutOff: "Chưa lưu được: mất kết nối với máy chủ. Chữ đã gõ vẫn còn ở đây, trang tự thử lại.",
  busy: "Chưa lưu được: máy chủ đang bận. Chữ đã gõ vẫn còn ở đây, trang tự thử lại.",
  refused: "Chưa tự lưu được. Bấm Lưu để xem vì sao, chữ đã gõ vẫn giữ.",
};

// Returns what to tell the person about an error of `post`, after which the page tries again.
export const trouble = ({ cause }) => (cause === 503 ? WORDS.busy : WORDS.cutOff);
