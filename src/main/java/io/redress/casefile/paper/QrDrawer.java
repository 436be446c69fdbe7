package io.redress.casefile.paper;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws the QR code of what stands in the attribute {@code data}, as lines and areas, so that it is sharp in any size. */
final class QrDrawer implements FSObjectDrawer {

    private static final Map<EncodeHintType, ?> HINTS = Map.of(
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.MARGIN,
            0,
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M);

    /** It is longer than any code can be. */
    static final class TooLong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooLong(WriterException cause) {
            super(cause);
        }
    }

    @Override
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice output,
            RenderingContext context,
            int dotsPerPixel) {
        String data = element.getAttribute("data");
        if (!data.isEmpty()) {
            output.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width / dotsPerPixel,
                    (float) height / dotsPerPixel,
                    graphics -> draw(graphics, modules(data), width / dotsPerPixel));
        }
        return Map.of();
    }

    private static void draw(Graphics2D graphics, BitMatrix modules, double side) {
        double module = side / modules.getWidth();
        Path2D dark = new Path2D.Double();
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                int begin = column;
                while (column < modules.getWidth() && modules.get(column, row)) {
                    column++;
                }
                if (column > begin) {
                    dark.append(
                            new Rectangle2D.Double(begin * module, row * module, (column - begin) * module, module),
                            false);
                }
            }
        }
        graphics.setColor(Color.BLACK);
        graphics.fill(dark);
    }

    private static BitMatrix modules(String data) {
        try {
            return new QRCodeWriter().encode(data, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new TooLong(e);
        }
    }
}
