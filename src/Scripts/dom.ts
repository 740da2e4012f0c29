type Child = Node | string | false | null | undefined;

/** An element with its children. Attributes: `class`, `on…` handlers, the rest as they are; undefined and false are left out. */
export function h(name: string, attributes: Record<string, unknown> = {}, ...children: Child[]): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false || value === null) {
      continue;
    }

    if (key.startsWith("on")) {
      element.addEventListener(key.slice(2), value as EventListener);
    } else {
      element.setAttribute(key, value === true ? "" : `${value as string}`);
    }
  }

  element.append(...children.filter((child): child is Node | string => child !== false && child !== null && child !== undefined));
  return element;
}

/** A list whose items are drawn again only when what they show has changed, and where the focus stays where it was. */
export class KeyedList {
  private readonly drawn = new Map<string, { stamp: string; element: HTMLElement }>();

  constructor(private readonly place: HTMLElement) {
    place.replaceChildren();
  }

  /** Has an item drawn again, whatever it shows. */
  forget(id: string): void {
    this.drawn.get(id)?.element.remove();
    this.drawn.delete(id);
  }

  show<T>(items: readonly T[], key: (item: T) => string, draw: (item: T) => HTMLElement, stamp: (item: T) => unknown): void {
    const kept = new Set(items.map(key));
    for (const [id, { element }] of this.drawn) {
      if (!kept.has(id)) {
        element.remove();
        this.drawn.delete(id);
      }
    }

    items.forEach((item, index) => {
      const id = key(item);
      const look = JSON.stringify(stamp(item));
      let known = this.drawn.get(id);
      if (known === undefined || (known.stamp !== look && !isBusy(known.element))) {
        const element = draw(item);
        if (known !== undefined) {
          replace(known.element, element);
        }

        known = { stamp: look, element };
        this.drawn.set(id, known);
      }

      if (this.place.children[index] !== known.element) {
        this.place.insertBefore(known.element, this.place.children[index] ?? null);
      }
    });
  }
}

function replace(old: HTMLElement, fresh: HTMLElement): void {
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && old.contains(active) ? nameOf(active) : null;
  old.replaceWith(fresh);
  if (focused !== null) {
    [...fresh.querySelectorAll<HTMLElement>("a, button, input, select, summary")].find(each => nameOf(each) === focused)?.focus();
  }
}

function nameOf(control: Element): string {
  return control.getAttribute("aria-label") ?? control.textContent ?? "";
}

/** Someone is writing in it: nobody is interrupted. */
function isBusy(element: HTMLElement): boolean {
  const active = document.activeElement;
  return active instanceof HTMLTextAreaElement && element.contains(active);
}

export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

export function show(element: HTMLElement | null, isShown: boolean): void {
  if (element !== null) {
    element.hidden = !isShown;
  }
}

export function write(element: HTMLElement | null, text: string): void {
  if (element !== null && element.textContent !== text) {
    element.textContent = text;
  }
}

export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("fr-FR")}\u00A0${number > 1 ? many : one}`;
}
