import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;

/**
 * One Kotlin compiler for many calls, since a first call costs several times a later one. A request is the compiler's
 * arguments, a line each, and an empty line; the answer is the exit code in a line, and what the compiler said. The
 * server listens on the loopback interface, writes its port to a file, and ends when nobody has asked for a while.
 */
public final class CompileServer {
  private static final int IDLE_MILLISECONDS = 90_000;

  public static void main(String[] arguments) throws IOException {
    Path portFile = Path.of(arguments[0]);
    try (ServerSocket server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(IDLE_MILLISECONDS);
      Path whole = Path.of(arguments[0] + ".new");
      Files.writeString(whole, Integer.toString(server.getLocalPort()));
      Files.move(whole, portFile);
      while (true) {
        try (Socket socket = server.accept()) {
          answer(socket);
        } catch (SocketTimeoutException idle) {
          return;
        } catch (IOException broken) {
          // The one who asked is gone; the next one is not.
        }
      }
    } finally {
      Files.deleteIfExists(portFile);
    }
  }

  private static void answer(Socket socket) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    List<String> arguments = new ArrayList<>();
    for (String line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
      arguments.add(line);
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    int code = new K2JVMCompiler().exec(out, arguments.toArray(String[]::new)).getCode();
    out.flush();
    socket.getOutputStream().write((code + "\n").getBytes(StandardCharsets.UTF_8));
    said.writeTo(socket.getOutputStream());
    socket.getOutputStream().flush();
  }
}
