package io.redress.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that takes everything, but for what a test has it answer otherwise. */
public final class ScriptedMailServer implements AutoCloseable {

    /** What a server says before it is asked. */
    public static final String GREETING = "GREETING";
    /** The end of a mail's text. */
    public static final String TEXT = "TEXT";
    /** An answer: nothing, for ever. */
    public static final String SILENCE = "SILENCE";
    /** At the end of an answer: the connection breaks right after it. */
    public static final String HANG_UP = " HANG UP";

    private static final String MESSAGE_ID = "Message-ID:";

    private static final Map<String, String> AGREEABLE =
            Map.of(GREETING, "220 here", "DATA", "354 go on", "QUIT", "221 bye");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> messageIds = new CopyOnWriteArrayList<>();
    private final String scripted;
    private final Deque<String> script;
    private final ServerSocket socket;

    private ScriptedMailServer(String scripted, Deque<String> script) {
        this.scripted = scripted;
        this.script = script;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that answers that command so; several answers are given one after another, the last of them from then on. */
    public static ScriptedMailServer answering(String command, String... answers) {
        return new ScriptedMailServer(command, new ArrayDeque<>(List.of(answers)));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The commands it was given. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The Message-ID of each mail whose text has come, whatever was answered. */
    public List<String> messageIds() {
        return List.copyOf(messageIds);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                talk(connection);
            } catch (IOException e) {
                // The other side has gone, or the test is over.
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        String command = GREETING;
        while (command != null && answer(connection, command)) {
            boolean text = command.equals("DATA");
            command = in.readLine();
            while (text && command != null && !command.equals(".")) {
                if (command.startsWith(MESSAGE_ID)) {
                    messageIds.add(command.substring(MESSAGE_ID.length()).strip());
                }
                command = in.readLine();
            }
            if (command != null) {
                asked.add(command);
                command = text ? TEXT : command.split("[ :]")[0];
            }
        }
    }

    private boolean answer(Socket connection, String command) throws IOException {
        String answer = command.equals(scripted) ? next() : AGREEABLE.getOrDefault(command, "250 fine");
        if (answer.equals(SILENCE)) {
            return true;
        }
        connection.getOutputStream().write((answer.replace(HANG_UP, "") + "\r\n").getBytes(StandardCharsets.US_ASCII));
        if (answer.endsWith(HANG_UP)) {
            connection.setSoLinger(true, 0);
            return false;
        }
        return true;
    }

    private String next() {
        return script.size() > 1 ? script.remove() : script.element();
    }
}
