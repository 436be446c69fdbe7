package io.redress.casefile.attachment;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How attachments are kept.
 *
 * @param folder the same for all nodes
 * @param largest of one file
 */
@ConfigurationProperties(prefix = "redress.attachments")
record AttachmentProperties(Path folder, DataSize largest) {}
