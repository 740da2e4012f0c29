/**
 * Dragging by mouse, pen or finger, on top of commands that the keyboard has too. Lists that take what is dropped carry
 * `data-drop`, the heading, empty for none; their items `data-note`.
 */
export function draggable(grip: HTMLElement, itemOf: () => HTMLElement, dropped: (heading: string | undefined, before: string | undefined) => void): void {
  grip.addEventListener("pointerdown", start => {
    if (start.button !== 0) {
      return;
    }

    start.preventDefault();
    grip.setPointerCapture(start.pointerId);
    const item = itemOf();
    let target: HTMLElement | null = null;
    item.classList.add("dragged");

    const over = (event: PointerEvent): void => {
      target?.classList.remove("drop");
      target = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-drop]") ?? null;
      target?.classList.add("drop");
    };
    const end = (event: PointerEvent): void => {
      grip.removeEventListener("pointermove", over);
      item.classList.remove("dragged");
      target?.classList.remove("drop");
      if (event.type === "pointerup" && target !== null) {
        const before = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-note]")?.dataset["note"];
        dropped(target.dataset["drop"] === "" ? undefined : target.dataset["drop"], before === item.dataset["note"] ? undefined : before);
      }
    };
    grip.addEventListener("pointermove", over);
    grip.addEventListener("pointerup", end, { once: true });
    grip.addEventListener("pointercancel", end, { once: true });
  });
}
