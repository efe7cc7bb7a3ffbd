"use strict";
(() => {
  // The page is whole without this: it only filters, copies and opens what is folded before printing.
  const status = document.getElementById("shown");
  const form = document.getElementById("filters");
  const findings = [...document.querySelectorAll(".finding")];
  const sections = [...document.querySelectorAll(".document")];
  const texts = new Map();
  const textOf = (finding) => {
    if (!texts.has(finding)) texts.set(finding, finding.textContent.toLowerCase().replace(/\s+/g, " "));
    return texts.get(finding);
  };
  const filter = () => {
    const wanted = new FormData(form);
    const severities = new Set(wanted.getAll("severity"));
    const [rule, place] = [wanted.get("rule"), wanted.get("document")];
    const words = wanted.get("words").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const finding of findings) {
      const data = finding.dataset;
      const fits = severities.has(data.severity) && (!rule || data.rule === rule) &&
        (!place || data.document === place) && words.every((word) => textOf(finding).includes(word));
      finding.hidden = !fits;
      shown += fits;
    }
    for (const section of sections) section.hidden = !section.querySelector(".finding:not([hidden])");
    status.textContent = `${shown.toLocaleString("en")} of ${findings.length.toLocaleString("en")} findings shown`;
  };
  let waiting = 0;
  const soon = () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); };
  const reveal = () => {
    // A link may lead to a finding that the filters hide.
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (form && target && (target.hidden || target.closest("[hidden]"))) {
      form.reset();
      filter();
      target.scrollIntoView();
    }
  };
  const copy = async (button) => {
    const text = button.closest(".wording").querySelector(".copyable").textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(button.closest(".wording").querySelector(".copyable"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand("copy")) { status.textContent = "Selected: copy it with the keyboard"; return; }
    }
    status.textContent = "Copied";
    button.firstChild.textContent = "Copied";
    setTimeout(() => { button.firstChild.textContent = "Copy"; }, 2000);
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("input", soon);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", reveal);
    for (const button of document.querySelectorAll(".copy")) button.hidden = false;
    document.addEventListener("click", (event) => {
      const button = event.target.closest(".copy");
      if (button) copy(button);
    });
    filter();
  }
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
})();
