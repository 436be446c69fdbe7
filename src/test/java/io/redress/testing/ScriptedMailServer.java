package io.redress.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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

    private static final Map<String, String> AGREEABLE =
            Map.of(GREETING, "220 here", "DATA", "354 go on", "QUIT", "221 bye");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers;
    private final ServerSocket socket;

    private ScriptedMailServer(Map<String, String> answers) {
        this.answers = answers;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "scripted mail server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that answers that command so. */
    public static ScriptedMailServer answering(String command, String answer) {
        return new ScriptedMailServer(Map.of(command, answer));
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The commands it was given. */
    public List<String> asked() {
        return List.copyOf(asked);
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
                command = in.readLine();
            }
            if (command != null) {
                asked.add(command);
                command = text ? TEXT : command.split("[ :]")[0];
            }
        }
    }

    private boolean answer(Socket connection, String command) throws IOException {
        String answer = answers.getOrDefault(command, AGREEABLE.getOrDefault(command, "250 fine"));
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
}
