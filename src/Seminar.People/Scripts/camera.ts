/** Reads QR codes from the camera: by the browser itself where it can, else with a decoder that is loaded only then. */
type Reader = (video: HTMLVideoElement) => Promise<string | null>;

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

const pause = 150;

/** Where browsers can't read the codes themselves. */
export const decoder = "/_content/Seminar.People/vendor/qr/decode.js";

export class Camera {
  private stream: MediaStream | null = null;

  constructor(private readonly video: HTMLVideoElement, private readonly onCode: (text: string) => void) {}

  async open(): Promise<void> {
    this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    this.video.srcObject = this.stream;
    await this.video.play();
    void this.watch(await makeReader());
  }

  close(): void {
    this.stream?.getTracks().forEach(track => track.stop());
    this.stream = null;
    this.video.srcObject = null;
  }

  private async watch(read: Reader): Promise<void> {
    let last = "";
    while (this.stream !== null) {
      const text = await read(this.video).catch(() => null);
      if (text !== null && text !== last) {
        last = text;
        this.onCode(text);
      }

      await new Promise(resolve => setTimeout(resolve, pause));
    }
  }
}

async function makeReader(): Promise<Reader> {
  const native = (globalThis as { BarcodeDetector?: new (options: object) => Detector }).BarcodeDetector;
  if (native !== undefined) {
    const detector = new native({ formats: ["qr_code"] });
    return async video => (await detector.detect(video))[0]?.rawValue ?? null;
  }

  const { default: decode } = await import(decoder) as { default: (image: ImageData) => string };
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  return async video => {
    if (video.videoWidth === 0) {
      return null;
    }

    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    context.drawImage(video, 0, 0);
    return decode(context.getImageData(0, 0, canvas.width, canvas.height));
  };
}
