const edge = 60;
const scrollStep = 12;

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
    let height = start.clientY;
    item.classList.add("dragged");

    // Towards the edge of the window the page moves along: what one drags to is often below.
    const follow = (): void => {
      if (item.classList.contains("dragged")) {
        scrollBy(0, height < edge ? -scrollStep : height > innerHeight - edge ? scrollStep : 0);
        requestAnimationFrame(follow);
      }
    };
    requestAnimationFrame(follow);

    const over = (event: PointerEvent): void => {
      height = event.clientY;
      target?.classList.remove("drop");
      target = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>("[data-drop]") ?? null;
      target?.classList.add("drop");
    };
    const end = (event: PointerEvent): void => {
      grip.removeEventListener("pointermove", over);
      // The page may have moved below a finger at rest.
      over(event);
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
