package org.fingerpost.workbench.replay;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.fingerpost.platform.AuditEvent;
import org.fingerpost.platform.AuditTrail;
import org.fingerpost.platform.CurrentActor;
import org.fingerpost.platform.InvalidInput;
import org.fingerpost.platform.engine.EngineClock;
import org.fingerpost.scheme.Scheme;
import org.fingerpost.scheme.Schemes;
import org.fingerpost.workbench.draft.Draft;
import org.fingerpost.workbench.draft.LiveModels;
import org.fingerpost.workbench.replay.DecisionReplay.Changed;
import org.fingerpost.workbench.replay.DecisionReplay.Phase;
import org.fingerpost.workbench.replay.DecisionReplay.Watcher;
import org.fingerpost.workbench.replay.PastDecisions.Period;
import org.fingerpost.workbench.replay.ReportSummary.Kind;
import org.fingerpost.workbench.replay.ReportSummary.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins replays and lets them run beside everything else, one for a draft at a time. */
@Component
class Replaying {

  private static final Logger LOG = LoggerFactory.getLogger(Replaying.class);
  private static final int TELL_EVERY_MS = 500;
  private static final int MOST_YEARS = 10;

  private final ReplayReports reports;
  private final DecisionReplay decisions;
  private final ProcessReplay processes;
  private final LiveModels live;
  private final Schemes schemes;
  private final AuditTrail audit;
  private final CurrentActor actor;
  private final Clock clock;
  private final TransactionTemplate transaction;
  private final Map<UUID, Thread> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "replay-ticker");
            thread.setDaemon(true);
            return thread;
          });

  Replaying(
      ReplayReports reports,
      DecisionReplay decisions,
      ProcessReplay processes,
      LiveModels live,
      Schemes schemes,
      AuditTrail audit,
      CurrentActor actor,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.reports = reports;
    this.decisions = decisions;
    this.processes = processes;
    this.live = live;
    this.schemes = schemes;
    this.audit = audit;
    this.actor = actor;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The files of a draft that can be replayed: tables and processes it would put in force. */
  static List<String> files(Draft draft) {
    return draft.files().values().stream()
        .filter(file -> file.content() != null)
        .map(file -> file.name())
        .filter(name -> name.endsWith(".dmn") || name.endsWith(".bpmn"))
        .toList();
  }

  /**
   * Whose past a draft is about: its scheme's, or for a shared one that of all schemes that do not have a file of their own instead.
   */
  List<String> schemesOf(Draft draft, String file) {
    if (draft.schemeId() != null) {
      return List.of(draft.schemeId());
    }
    return schemes.all().stream().map(Scheme::id).filter(scheme -> !live.own(scheme, file)).toList();
  }

  /**
   * Begins a replay and comes back at once.
   *
   * @throws InvalidInput if the draft has no such file, the days make no period, or one is running
   */
  UUID begin(Draft draft, String file, LocalDate from, LocalDate to) {
    if (!files(draft).contains(file)) {
      throw new InvalidInput("file", "replay.file.unknown");
    }
    check(from, to);
    byte[] bytes = draft.files().get(file).content();
    var kind = file.endsWith(".dmn") ? Kind.DECISION : Kind.PROCESS;
    var whose = schemesOf(draft, file);
    // Refused before anything runs; the guard has the last word on bytes from every door.
    Work work = kind == Kind.DECISION ? decisions(file, bytes, whose, from, to) : paths(file, bytes, whose, from, to);
    UUID id;
    try {
      id =
          transaction.execute(
              status -> {
                var begun = reports.begin(draft, file, kind, from, to, actor.get().id());
                var details = new LinkedHashMap<String, String>();
                details.put("file", file);
                details.put("content", "sha256:" + ReplayReports.hash(draft, file).substring(0, 16));
                details.put("from", from.toString());
                details.put("until", to.toString());
                audit.record(new AuditEvent("replay.run", "draft", draft.id().toString(), draft.schemeId(), details));
                return begun;
              });
    } catch (ReplayReports.AlreadyRunning e) {
      throw new InvalidInput("file", "replay.file.running");
    }
    var thread = new Thread(() -> run(id, work), "replay-" + id);
    thread.setDaemon(true);
    running.put(id, thread);
    thread.start();
    return id;
  }

  private void check(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      throw new InvalidInput("to", "replay.to.before");
    }
    if (from.isBefore(to.minusYears(MOST_YEARS))) {
      throw new InvalidInput("from", "replay.from.long");
    }
    if (from.isAfter(LocalDate.now(clock.withZone(EngineClock.LONDON)))) {
      throw new InvalidInput("from", "replay.from.future");
    }
  }

  private Work decisions(String file, byte[] bytes, Collection<String> whose, LocalDate from, LocalDate to) {
    var table = DraftTable.of(file, bytes);
    return (watcher, listed) -> decisions.run(table, new Period(table.key(), whose, from, to), watcher, listed::add);
  }

  private Work paths(String file, byte[] bytes, Collection<String> whose, LocalDate from, LocalDate to) {
    var graph = DraftGraph.of(file, bytes);
    return (watcher, listed) -> processes.run(graph, whose, from, to, watcher, listed::add);
  }

  private void run(UUID id, Work work) {
    var listed = new ArrayList<Changed>();
    var telling = new Telling(id);
    var told = ticker.scheduleWithFixedDelay(telling, TELL_EVERY_MS, TELL_EVERY_MS, TimeUnit.MILLISECONDS);
    try {
      var found = work.run(telling, listed);
      reports.done(id, found, listed);
    } catch (NoLongerWanted e) {
      reports.ended(id, State.CANCELLED, null);
    } catch (Combinations.TookTooLong e) {
      reports.ended(id, State.FAILED, "SLOW");
    } catch (DecisionReplay.TooManyCombinations e) {
      reports.ended(id, State.FAILED, "COMBINATIONS");
    } catch (RuntimeException e) {
      LOG.error("The replay {} failed", id, e);
      reports.ended(id, State.FAILED, "UNEXPECTED");
    } finally {
      told.cancel(false);
      running.remove(id);
    }
  }

  /** A server that stops says so at once, instead of leaving it to be noticed. */
  @PreDestroy
  void stop() {
    ticker.shutdownNow();
    running.forEach(
        (id, thread) -> {
          thread.interrupt();
          reports.ended(id, State.DIED, null);
        });
  }

  private interface Work {

    Object run(Watcher watcher, List<Changed> listed);
  }

  /** Somebody cancelled it. */
  private static final class NoLongerWanted extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }

  /**
   * Writes twice a second how far it is, from a thread of its own: a long statement must not look like a dead server. Whether it is
   * still wanted is heard on the same way.
   */
  private final class Telling implements Watcher, Runnable {

    private final UUID id;
    private volatile Phase phase = Phase.GATHERING;
    private volatile long done;
    private volatile long of;
    private volatile boolean wanted = true;

    private Telling(UUID id) {
      this.id = id;
    }

    @Override
    public void at(Phase newPhase, long newDone, long newOf) {
      phase = newPhase;
      done = newDone;
      of = newOf;
      if (!wanted) {
        throw new NoLongerWanted();
      }
    }

    @Override
    public void run() {
      try {
        wanted = reports.stillWanted(id, phase, done, of);
      } catch (RuntimeException e) {
        LOG.warn("How far the replay {} is could not be told", id, e);
      }
    }
  }
}
