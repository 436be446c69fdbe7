package io.redress.engine.sample;

import io.redress.casefile.attachment.Attachments;
import io.redress.casefile.attachment.Attachments.Sent;
import io.redress.casefile.attachment.Origin;
import io.redress.casefile.handover.CaseTasks;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** The scans of the sample complaints: a sheet with lines on it, since there is no such paper. */
final class SampleScans {

    /** In an answer, what is attached before it is given. */
    private static final String ATTACH = "attach";

    private static final int WIDTH = 620;
    private static final int HEIGHT = 877;
    private static final int LINE = 34;

    private final CaseTasks tasks;
    private final Attachments attachments;

    SampleScans(CaseTasks tasks, Attachments attachments) {
        this.tasks = tasks;
        this.attachments = attachments;
    }

    /** Attaches at the task what the answer names, if it names anything. */
    void attach(String taskId, Map<String, Object> answer, String who) throws IOException {
        if (answer.get(ATTACH) instanceof String name) {
            CaseTasks.CaseTask task = tasks.find(taskId).orElseThrow();
            byte[] sheet = sheet();
            attachments.attach(
                    () -> new Origin(task.complaintId(), task.process(), task.step(), taskId),
                    new Sent(name, null, sheet.length, new ByteArrayInputStream(sheet)),
                    who);
        }
    }

    private static byte[] sheet() throws IOException {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.GRAY);
        for (int y = 2 * LINE; y < HEIGHT - LINE; y += LINE) {
            pen.drawLine(LINE, y, WIDTH - LINE, y);
        }
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", png);
        return png.toByteArray();
    }
}
