/** Commands, and steps with commands in them, that are copied by a button. */
export const commands = `
function copyable(within) {
  for (const command of within.querySelectorAll("pre.command, code.copied")) {
    const code = command.querySelector("code") ?? command;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy " + code.textContent);
    button.addEventListener("click", () => copy(code, button));
    if (code === command) command.after(" ", button);
    else command.append(button);
  }
}
function copy(code, button) {
  const done = () => {
    button.textContent = "Copied";
  };
  const range = document.createRange();
  range.selectNodeContents(code);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  if (navigator.clipboard) navigator.clipboard.writeText(code.textContent).then(done, () => undefined);
}
`;
