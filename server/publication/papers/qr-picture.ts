/** The QR code of the address where a paper is verified, as a small grey PNG: the same in DOCX and PDF. */
import QRCode from 'qrcode';

/** Grey without transparency, which the PDF would have to take apart. */
const GREY = { colorType: 0 } as object;

export function qrPicture(url: string): Promise<Buffer> {
  return QRCode.toBuffer(url, { type: 'png', errorCorrectionLevel: 'M', margin: 2, scale: 5, rendererOpts: GREY });
}
