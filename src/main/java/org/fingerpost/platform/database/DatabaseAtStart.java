package org.fingerpost.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.fingerpost.platform.StartRefused;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides, before anything else, which database this start uses. With {@code spring.datasource.url} it is that one.
 * Without, the embedded PostgreSQL is started while the class path is still being scanned, and is there before the
 * first bean that needs it.
 *
 * <p>Sets {@code fingerpost.database} to {@code embedded} or {@code external}. The data directory is
 * {@code fingerpost.data-directory}, {@code data} unless said otherwise.
 */
class DatabaseAtStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final String URL = "spring.datasource.url";
  private static final String DATA_DIRECTORY = "fingerpost.data-directory";

  /** One PostgreSQL per data directory, however many application contexts use it: tests have several at a time. */
  private static final Map<Path, Shared> SHARED = new HashMap<>();

  /** After the logging is up, so that a refusal can be read. */
  @Override
  public int getOrder() {
    return LoggingApplicationListener.DEFAULT_ORDER + 1;
  }

  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    var environment = event.getEnvironment();
    if (event.getSpringApplication().getWebApplicationType() != WebApplicationType.NONE) {
      refuseTakenPort(environment);
    }
    if (environment.containsProperty(URL)) {
      useExternal(environment);
    } else {
      useEmbedded(environment, event.getSpringApplication());
    }
  }

  private static void useExternal(ConfigurableEnvironment environment) {
    var url = environment.getProperty(URL, "");
    if (url.isBlank()) {
      throw new StartRefused(
          "SPRING_DATASOURCE_URL is set, but empty.",
          "Set it to jdbc:postgresql://<host>:5432/<database>, or leave it away to use the embedded PostgreSQL.");
    }
    addProperties(
        environment,
        Map.of(
            URL,
            JdbcUrl.withParameters(url.strip()),
            "fingerpost.database",
            "external",
            // invented people never meet real ones
            "fingerpost.demo",
            "false"));
  }

  private static void useEmbedded(ConfigurableEnvironment environment, SpringApplication application) {
    var properties = new HashMap<String, Object>(Map.of("fingerpost.database", "embedded"));
    boolean demo = environment.getProperty("fingerpost.demo", Boolean.class, true);
    properties.put("fingerpost.demo", String.valueOf(demo));
    if (demo && !environment.containsProperty("server.address")) {
      // invented people with printed passwords are for this machine alone
      properties.put("server.address", "127.0.0.1");
    }
    // conditions ask for the URL early; it is replaced by the real one before any connection is made
    properties.put(URL, "jdbc:postgresql://127.0.0.1/" + DataDirectory.APPLICATION);
    properties.put("spring.datasource.username", DataDirectory.APPLICATION);
    properties.put("spring.datasource.password", "");
    addProperties(environment, properties);
    var shared = Shared.of(Path.of(environment.getProperty(DATA_DIRECTORY, "data")));
    application.addInitializers(context -> attach(context, shared, properties));
  }

  /**
   * The server is the first thing that the context knows how to destroy, so it is the last that it destroys: after the
   * engine and the connection pool. That holds for a start that fails half-way, too.
   */
  private static void attach(ConfigurableApplicationContext context, Shared shared, Map<String, Object> properties) {
    shared.use();
    var beans = (DefaultListableBeanFactory) context.getBeanFactory();
    beans.registerDisposableBean(EmbeddedPostgres.class.getName(), shared::release);
    // post-processors of the bean factory run after the scan and before the first bean
    context.addBeanFactoryPostProcessor(
        factory -> {
          var postgres = shared.await();
          properties.put(URL, postgres.jdbcUrl());
          properties.put("spring.datasource.password", postgres.password());
        });
  }

  private static void addProperties(ConfigurableEnvironment environment, Map<String, Object> properties) {
    environment.getPropertySources().addFirst(new MapPropertySource("fingerpostDatabase", properties));
  }

  /** Asks at once what the web server would find out only at the end of a long start. */
  private static void refuseTakenPort(ConfigurableEnvironment environment) {
    int port = environment.getProperty("server.port", Integer.class, 8080);
    if (port <= 0 || "none".equalsIgnoreCase(environment.getProperty("spring.main.web-application-type"))) {
      return;
    }
    var address = environment.getProperty("server.address", InetAddress.class);
    try (var socket = new ServerSocket()) {
      // as the web server does it: a port whose last connections are only fading away is free
      socket.setReuseAddress(true);
      socket.bind(address == null ? new InetSocketAddress(port) : new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new StartRefused(
          "Port " + port + " is taken by another program, or not allowed to us.",
          "Stop that program, or choose another port: SERVER_PORT=" + (port == 8080 ? 8081 : 8080) + ".",
          e);
    }
  }

  /** A starting or running PostgreSQL and the number of contexts that use it. */
  private static final class Shared {

    private final Path folder;
    private final CompletableFuture<EmbeddedPostgres> starting;
    /** For a context that was never made, or never closed: after all contexts, when the machine shuts Java down. */
    private final Runnable lastResort = this::stop;
    private int users;

    private Shared(Path folder) {
      this.folder = folder;
      // refusals of the directory come now; what takes seconds goes on beside the scan
      var data = DataDirectory.open(folder);
      this.starting = new CompletableFuture<>();
      SpringApplication.getShutdownHandlers().add(lastResort);
      var starter = new Thread(() -> start(data), "fingerpost-postgres-start");
      starter.setDaemon(true);
      starter.start();
    }

    static Shared of(Path wanted) {
      var folder = wanted.toAbsolutePath().normalize();
      synchronized (SHARED) {
        var shared = SHARED.get(folder);
        if (shared == null) {
          shared = new Shared(folder);
          SHARED.put(folder, shared);
        }
        return shared;
      }
    }

    private void start(DataDirectory data) {
      try {
        starting.complete(EmbeddedPostgres.start(data));
      } catch (RuntimeException | Error e) {
        starting.completeExceptionally(e);
      }
    }

    EmbeddedPostgres await() {
      try {
        return starting.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof StartRefused refused ? refused : e;
      }
    }

    void use() {
      synchronized (SHARED) {
        users++;
      }
    }

    void release() {
      synchronized (SHARED) {
        users--;
        if (users > 0) {
          return;
        }
        stop();
        try {
          SpringApplication.getShutdownHandlers().remove(lastResort);
        } catch (IllegalStateException e) {
          // Java is shutting down: the handler will find nothing left to do
        }
      }
    }

    private void stop() {
      synchronized (SHARED) {
        SHARED.remove(folder, this);
      }
      try {
        starting.join().close();
      } catch (CompletionException e) {
        // it never ran, and its start has said why
      }
    }
  }
}
